/** Read off torchvision 0.29.2 by scripts/knowledge/api.py. */
export const torchvision = `
module torchvision.datasets
class CIFAR10(.datasets.VisionDataset)
  -> str: extra_repr
class CLEVRClassification(.datasets.VisionDataset)
  -> str: extra_repr
class Caltech101(.datasets.VisionDataset)
  -> str: extra_repr
class CelebA(.datasets.VisionDataset)
  -> str: extra_repr
class Cityscapes(.datasets.VisionDataset)
  -> str: extra_repr
class DTD(.datasets.VisionDataset)
  -> str: extra_repr
class DatasetFolder(.datasets.VisionDataset)
  -> list[tuple[str, int]]: make_dataset
  -> tuple[list[str], dict]: find_classes
class EMNIST(.datasets.MNIST)
  property str: images_file labels_file
class FER2013(.datasets.VisionDataset)
  -> str: extra_repr
class Flowers102(.datasets.VisionDataset)
  -> str: extra_repr
class Food101(.datasets.VisionDataset)
  -> str: extra_repr
class HMDB51(.datasets.VisionDataset)
  property dict: metadata
class INaturalist(.datasets.VisionDataset)
  -> str: category_name
class ImageNet(.datasets.ImageFolder)
  property str: split_folder
  -> str: extra_repr
class Kinetics(.datasets.VisionDataset)
  property dict: metadata
class LFWPeople(.datasets.lfw._LFW)
  -> str: extra_repr
class LSUN(.datasets.VisionDataset)
  -> str: extra_repr
class MNIST(.datasets.VisionDataset)
  property str: raw_folder processed_folder
  property dict: class_to_idx
  -> str: extra_repr
class PhotoTour(.datasets.VisionDataset)
  -> str: extra_repr
class Places365(.datasets.VisionDataset)
  property str: variant images_dir
  -> tuple[list[str], dict]: load_categories
  -> tuple[list[tuple[str, int | None]], list[int | None]]: load_file_list
  -> str: extra_repr
class QMNIST(.datasets.MNIST)
  property dict: resources
  property str: images_file labels_file
  -> str: extra_repr
class RenderedSST2(.datasets.VisionDataset)
  -> str: extra_repr
class SBDataset(.datasets.VisionDataset)
  -> str: extra_repr
class STL10(.datasets.VisionDataset)
  -> str: extra_repr
class SVHN(.datasets.VisionDataset)
  -> str: extra_repr
class UCF101(.datasets.VisionDataset)
  property dict: metadata
class VOCDetection(.datasets.voc._VOCBase)
  property list[str]: annotations
  -> dict: parse_voc_xml
class VOCSegmentation(.datasets.voc._VOCBase)
  property list[str]: masks
class VisionDataset(torch.utils.data.Dataset)
  -> str: extra_repr
class WIDERFace(.datasets.VisionDataset)
  -> str: extra_repr
classes(.datasets.CIFAR10): CIFAR100
classes(.datasets.VisionDataset): Caltech256 CocoDetection FGVCAircraft FakeData Flickr30k Flickr8k GTSRB Imagenette Kitti LSUNClass MovingMNIST Omniglot OxfordIIITPet PCAM SBU SEMEION SUN397 StanfordCars USPS
classes(.datasets.CocoDetection): CocoCaptions
classes(.datasets.ImageFolder): Country211 EuroSAT
classes(.datasets.MNIST): FashionMNIST KMNIST
classes(.datasets._optical_flow.FlowDataset): FlyingChairs FlyingThings3D HD1K KittiFlow Sintel
classes(.datasets.DatasetFolder): ImageFolder
classes(.datasets.lfw._LFW): LFWPairs
module torchvision.datasets._optical_flow
classes(.datasets.VisionDataset): FlowDataset
module torchvision.datasets.lfw
class _LFW(.datasets.VisionDataset)
  -> str: extra_repr
module torchvision.datasets.voc
classes(.datasets.VisionDataset): _VOCBase
module torchvision.io
-> torch.Tensor: decode_avif decode_gif decode_heic decode_image decode_png decode_webp encode_png read_file read_image write_file write_jpeg write_png
-> torch.Tensor | list[torch.Tensor]: decode_jpeg encode_jpeg
module torchvision.models
class Weights
  property str: url
  property dict: meta
class WeightsEnum
  -> dict: get_state_dict
classes(torch.nn.Module): AlexNet ConvNeXt DenseNet EfficientNet GoogLeNet Inception3 MNASNet MaxVit MobileNetV2 MobileNetV3 RegNet ResNet ShuffleNetV2 SqueezeNet SwinTransformer VGG VisionTransformer
classes(.models.WeightsEnum): AlexNet_Weights ConvNeXt_Base_Weights ConvNeXt_Large_Weights ConvNeXt_Small_Weights ConvNeXt_Tiny_Weights DenseNet121_Weights DenseNet161_Weights DenseNet169_Weights DenseNet201_Weights EfficientNet_B0_Weights EfficientNet_B1_Weights EfficientNet_B2_Weights EfficientNet_B3_Weights EfficientNet_B4_Weights EfficientNet_B5_Weights EfficientNet_B6_Weights EfficientNet_B7_Weights EfficientNet_V2_L_Weights EfficientNet_V2_M_Weights EfficientNet_V2_S_Weights GoogLeNet_Weights Inception_V3_Weights MNASNet0_5_Weights MNASNet0_75_Weights MNASNet1_0_Weights MNASNet1_3_Weights MaxVit_T_Weights MobileNet_V2_Weights MobileNet_V3_Large_Weights MobileNet_V3_Small_Weights RegNet_X_16GF_Weights RegNet_X_1_6GF_Weights RegNet_X_32GF_Weights RegNet_X_3_2GF_Weights RegNet_X_400MF_Weights RegNet_X_800MF_Weights RegNet_X_8GF_Weights RegNet_Y_128GF_Weights RegNet_Y_16GF_Weights RegNet_Y_1_6GF_Weights RegNet_Y_32GF_Weights RegNet_Y_3_2GF_Weights RegNet_Y_400MF_Weights RegNet_Y_800MF_Weights RegNet_Y_8GF_Weights ResNeXt101_32X8D_Weights ResNeXt101_64X4D_Weights ResNeXt50_32X4D_Weights ResNet101_Weights ResNet152_Weights ResNet18_Weights ResNet34_Weights ResNet50_Weights ShuffleNet_V2_X0_5_Weights ShuffleNet_V2_X1_0_Weights ShuffleNet_V2_X1_5_Weights ShuffleNet_V2_X2_0_Weights SqueezeNet1_0_Weights SqueezeNet1_1_Weights Swin_B_Weights Swin_S_Weights Swin_T_Weights Swin_V2_B_Weights Swin_V2_S_Weights Swin_V2_T_Weights VGG11_BN_Weights VGG11_Weights VGG13_BN_Weights VGG13_Weights VGG16_BN_Weights VGG16_Weights VGG19_BN_Weights VGG19_Weights ViT_B_16_Weights ViT_B_32_Weights ViT_H_14_Weights ViT_L_16_Weights ViT_L_32_Weights Wide_ResNet101_2_Weights Wide_ResNet50_2_Weights
-> .models.AlexNet: alexnet
-> .models.ConvNeXt: convnext_base convnext_large convnext_small convnext_tiny
-> .models.DenseNet: densenet121 densenet161 densenet169 densenet201
-> .models.EfficientNet: efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6 efficientnet_b7 efficientnet_v2_l efficientnet_v2_m efficientnet_v2_s
-> torch.nn.Module: get_model
-> .models.WeightsEnum: get_weight
-> .models.GoogLeNet: googlenet
-> .models.Inception3: inception_v3
-> list[str]: list_models
-> .models.MaxVit: maxvit_t
-> .models.MNASNet: mnasnet0_5 mnasnet0_75 mnasnet1_0 mnasnet1_3
-> .models.MobileNetV2: mobilenet_v2
-> .models.MobileNetV3: mobilenet_v3_large mobilenet_v3_small
-> .models.RegNet: regnet_x_16gf regnet_x_1_6gf regnet_x_32gf regnet_x_3_2gf regnet_x_400mf regnet_x_800mf regnet_x_8gf regnet_y_128gf regnet_y_16gf regnet_y_1_6gf regnet_y_32gf regnet_y_3_2gf regnet_y_400mf regnet_y_800mf regnet_y_8gf
-> .models.ResNet: resnet101 resnet152 resnet18 resnet34 resnet50 resnext101_32x8d resnext101_64x4d resnext50_32x4d wide_resnet101_2 wide_resnet50_2
-> .models.ShuffleNetV2: shufflenet_v2_x0_5 shufflenet_v2_x1_0 shufflenet_v2_x1_5 shufflenet_v2_x2_0
-> .models.SqueezeNet: squeezenet1_0 squeezenet1_1
-> .models.SwinTransformer: swin_b swin_s swin_t swin_v2_b swin_v2_s swin_v2_t
-> .models.VGG: vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn
-> .models.VisionTransformer: vit_b_16 vit_b_32 vit_h_14 vit_l_16 vit_l_32
module torchvision.models.detection
class FCOS(torch.nn.Module)
  -> tuple[dict, list[dict]]: eager_outputs
  -> dict: compute_loss
  -> list[dict]: postprocess_detections
classes(.models.WeightsEnum): FCOS_ResNet50_FPN_Weights FasterRCNN_MobileNet_V3_Large_320_FPN_Weights FasterRCNN_MobileNet_V3_Large_FPN_Weights FasterRCNN_ResNet50_FPN_V2_Weights FasterRCNN_ResNet50_FPN_Weights KeypointRCNN_ResNet50_FPN_Weights MaskRCNN_ResNet50_FPN_V2_Weights MaskRCNN_ResNet50_FPN_Weights RetinaNet_ResNet50_FPN_V2_Weights RetinaNet_ResNet50_FPN_Weights SSD300_VGG16_Weights SSDLite320_MobileNet_V3_Large_Weights
classes(.models.detection.generalized_rcnn.GeneralizedRCNN): FasterRCNN
classes(.models.detection.FasterRCNN): KeypointRCNN MaskRCNN
classes(torch.nn.Module): RetinaNet
-> .models.detection.FasterRCNN: fasterrcnn_mobilenet_v3_large_320_fpn fasterrcnn_mobilenet_v3_large_fpn fasterrcnn_resnet50_fpn fasterrcnn_resnet50_fpn_v2
-> .models.detection.FCOS: fcos_resnet50_fpn
-> .models.detection.KeypointRCNN: keypointrcnn_resnet50_fpn
-> .models.detection.MaskRCNN: maskrcnn_resnet50_fpn maskrcnn_resnet50_fpn_v2
-> .models.detection.RetinaNet: retinanet_resnet50_fpn retinanet_resnet50_fpn_v2
-> .models.detection.ssd.SSD: ssd300_vgg16 ssdlite320_mobilenet_v3_large
module torchvision.models.detection.generalized_rcnn
class GeneralizedRCNN(torch.nn.Module)
  -> dict | list[dict]: eager_outputs
module torchvision.models.detection.ssd
class SSD(torch.nn.Module)
  -> tuple[dict, list[dict]]: eager_outputs
  -> dict: compute_loss
  -> list[dict]: postprocess_detections
module torchvision.transforms
class AutoAugment(torch.nn.Module)
  -> tuple[int, torch.Tensor, torch.Tensor]: get_params
class ColorJitter(torch.nn.Module)
  -> tuple[torch.Tensor, float | None, float | None, float | None, float | None]: get_params
class ElasticTransform(torch.nn.Module)
  -> torch.Tensor: get_params
class RandomAffine(torch.nn.Module)
  -> tuple[float, tuple[int, int], float, tuple[float, float]]: get_params
class RandomCrop(torch.nn.Module)
  -> tuple[int, int, int, int]: get_params
class RandomErasing(torch.nn.Module)
  -> tuple[int, int, int, int, torch.Tensor]: get_params
class RandomPerspective(torch.nn.Module)
  -> tuple[list[list[int]], list[list[int]]]: get_params
class RandomResizedCrop(torch.nn.Module)
  -> tuple[int, int, int, int]: get_params
classes(torch.nn.Module): AugMix CenterCrop ConvertImageDtype FiveCrop GaussianBlur Grayscale LinearTransformation Normalize Pad RandAugment RandomAdjustSharpness RandomApply RandomAutocontrast RandomEqualize RandomGrayscale RandomHorizontalFlip RandomInvert RandomPosterize RandomRotation RandomSolarize RandomVerticalFlip Resize TenCrop TrivialAugmentWide
module torchvision.transforms.functional
-> torch.Tensor: adjust_brightness adjust_contrast adjust_gamma adjust_hue adjust_saturation adjust_sharpness affine autocontrast center_crop convert_image_dtype crop elastic_transform equalize erase gaussian_blur hflip invert normalize pad perspective pil_to_tensor posterize resize resized_crop rgb_to_grayscale rotate solarize to_tensor vflip
-> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]: five_crop
-> list[int]: get_dimensions get_image_size
-> tuple: ten_crop
module torchvision.utils
-> torch.Tensor: draw_bounding_boxes draw_keypoints draw_segmentation_masks flow_to_image make_grid
`;
