/** Read off scikit-image 0.26.0 by scripts/knowledge/api.py. */
export const skimage = `
module skimage._shared.utils
class FailedEstimation
  property str: message
module skimage.color
-> ndarray: gray2rgba label2rgb rgb2gray xyz_tristimulus_values
module skimage.data
-> ndarray: binary_blobs
-> str: file_hash
module skimage.exposure
-> ndarray: adjust_gamma adjust_log adjust_sigmoid equalize_hist match_histograms rescale_intensity
-> tuple[ndarray, ndarray]: cumulative_distribution histogram
module skimage.feature
classes(): BRIEF CENSURE ORB SIFT
-> ndarray: corner_fast corner_harris corner_kitchen_rosenfeld corner_moravec corner_shi_tomasi draw_multiblock_lbp fisher_vector hessian_matrix_det hessian_matrix_eigvals match_template multiscale_basic_features peak_local_max shape_index structure_tensor_eigenvalues
-> tuple[ndarray, ndarray]: corner_foerstner
-> tuple[ndarray, unknown]: daisy
-> list[ndarray]: hessian_matrix structure_tensor
module skimage.filters
-> ndarray: butterworth correlate_sparse difference_of_gaussians farid gaussian laplace prewitt scharr sobel threshold_multiotsu window
-> tuple[ndarray, unknown]: rank_order
-> tuple: try_all_threshold
module skimage.io
class ImageCollection
  -> ndarray: concatenate
classes(.io.ImageCollection): MultiImage
-> ndarray: concatenate_images imread pop
-> .io.ImageCollection: imread_collection
module skimage.measure
class LineModelND(.measure.fit._BaseModel)
  -> ndarray: predict_x predict_y
classes(.measure.fit._BaseModel): CircleModel EllipseModel
-> ndarray: block_reduce inertia_tensor profile_line
-> tuple: centroid
-> list: find_contours inertia_tensor_eigvals regionprops
-> tuple[ndarray, int]: label
-> tuple[float, float]: pearson_corr_coeff
-> dict: regionprops_table
module skimage.measure.fit
class _BaseModel
  -> self | ._shared.utils.FailedEstimation: from_estimate
module skimage.metrics
-> tuple[float, float, float]: adapted_rand_error
-> ndarray: hausdorff_pair variation_of_information
-> tuple[float, ndarray, ndarray]: structural_similarity
module skimage.morphology
-> ndarray: area_closing area_opening black_tophat closing convex_hull_object diameter_closing diameter_opening disk ellipse erosion flood flood_fill footprint_from_sequence h_maxima h_minima isotropic_closing isotropic_dilation isotropic_erosion isotropic_opening max_tree_local_maxima opening reconstruction remove_objects_by_distance remove_small_holes remove_small_objects star thin white_tophat
-> tuple[ndarray, unknown]: max_tree
-> tuple[ndarray, ndarray]: medial_axis
module skimage.restoration
-> ndarray: ball_kernel cycle_spin denoise_bilateral denoise_invariant denoise_nl_means denoise_tv_bregman denoise_tv_chambolle denoise_wavelet ellipsoid_kernel richardson_lucy rolling_ball
-> tuple[unknown, unknown, tuple]: calibrate_denoiser
-> tuple[unknown, dict]: unsupervised_wiener
module skimage.segmentation
-> tuple[unknown, unknown, list]: chan_vese
-> ndarray: checkerboard_level_set disk_level_set expand_labels find_boundaries random_walker watershed
module skimage.transform
class EuclideanTransform(.transform.ProjectiveTransform)
  -> self | ._shared.utils.FailedEstimation: from_estimate
class PiecewiseAffineTransform(.transform._geometric._GeometricTransform)
  property list: affines inverse_affines
class ThinPlateSplineTransform
  -> self | ._shared.utils.FailedEstimation: from_estimate
classes(.transform.ProjectiveTransform): AffineTransform
classes(.transform.FundamentalMatrixTransform): EssentialMatrixTransform
classes(.transform._geometric._HMatrixTransform): FundamentalMatrixTransform ProjectiveTransform
classes(.transform._geometric._GeometricTransform): PolynomialTransform
classes(.transform.EuclideanTransform): SimilarityTransform
-> ndarray: downscale_local_mean frt2 hough_circle hough_ellipse ifrt2 integral_image iradon_sart pyramid_expand pyramid_reduce radon rescale resize resize_local_mean rotate swirl warp_polar
-> tuple: hough_circle_peaks hough_line_peaks
-> tuple[ndarray, ndarray, ndarray]: hough_line
-> tuple[ndarray, unknown]: iradon
-> list: probabilistic_hough_line
module skimage.transform._geometric
class _GeometricTransform
  -> self | ._shared.utils.FailedEstimation: from_estimate
classes(.transform._geometric._GeometricTransform): _HMatrixTransform
module skimage.util
-> ndarray: compare_images crop img_as_bool img_as_float img_as_float32 img_as_float64 img_as_int img_as_ubyte img_as_uint invert map_array random_noise slice_along_axes unique_rows view_as_blocks view_as_windows
-> tuple: dtype_limits regular_grid
`;
