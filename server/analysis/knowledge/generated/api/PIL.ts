/** Read off pillow 13.0.0 by scripts/knowledge/api.py. */
export const PIL = `
module PIL.Image
class Exif
  property str | None: endian
  -> bytes: tobytes
  -> dict: get_ifd
  -> iterator[int]: __iter__
class Image
  property str | None: format format_description
  property ._imaging.ImagingCore: im
  property tuple[int, int]: size
  property str: mode
  -> self: __enter__
  -> bytes: tobytes tobitmap
  -> ._imaging.PixelAccess | None: load
  -> .Image.Image: convert quantize copy crop filter point remap_palette resize reduce rotate getchannel transform transpose effect_spread
  -> tuple[str, tuple[int, int, float, float]] | None: draft
  -> tuple[str, ...]: getbands
  -> tuple[int, int, int, int] | None: getbbox
  -> list[tuple[int, tuple[int, ...]]] | list[tuple[int, float]] | None: getcolors
  -> ._imaging.ImagingCore: getdata
  -> tuple[tuple[int, ...], ...] | tuple[float, ...]: get_flattened_data
  -> tuple[float, float] | tuple[tuple[int, int], ...]: getextrema
  -> dict: getxmp
  -> .Image.Exif: getexif
  -> list[int] | None: getpalette
  -> float | tuple[int, ...] | None: getpixel
  -> tuple[list[int], list[int]]: getprojection
  -> list[int]: histogram
  -> tuple[.Image.Image, ...]: split
  -> .ImageQt.ImageQt: toqimage
class ImagePointHandler
  -> .Image.Image: point
class ImagePointTransform
  -> .Image.ImagePointTransform: __add__ __sub__ __mul__ __truediv__
class ImageTransformHandler
  -> .Image.Image: transform
property dict: DECODERS ENCODERS EXTENSION MIME OPEN SAVE SAVE_ALL
-> .Image.Image: alpha_composite blend composite effect_mandelbrot effect_noise eval fromarray fromarrow frombuffer frombytes linear_gradient merge new radial_gradient
-> .ImageFile.ImageFile: fromqimage fromqpixmap open
-> tuple[str, ...]: getmodebandnames
-> str: getmodebase getmodetype
-> dict: registered_extensions
module PIL.ImageChops
-> .Image.Image: add add_modulo blend composite constant darker difference duplicate hard_light invert lighter logical_and logical_or logical_xor multiply offset overlay screen soft_light subtract subtract_modulo
module PIL.ImageDraw
class ImageDraw
  property .ImageFont.BaseImageFont | None: font
  -> .ImageFont.BaseImageFont: getfont
  -> tuple[float, float, float, float]: textbbox multiline_textbbox
-> .ImageDraw.ImageDraw: Draw
-> tuple[.ImageDraw2.Draw | None, unknown]: getdraw
module PIL.ImageDraw2
class Draw
  -> .Image.Image: flush
  -> tuple[float, float, float, float]: textbbox
module PIL.ImageEnhance
class _Enhance
  property .Image.Image: image degenerate
  -> .Image.Image: enhance
classes(.ImageEnhance._Enhance): Brightness Color Contrast Sharpness
module PIL.ImageFile
class ImageFile(.Image.Image)
  -> list[.ImageFile.ImageFile]: get_child_images
  -> str | None: get_format_mimetype
  -> ._imaging.PixelAccess | None: load
module PIL.ImageFilter
class BoxBlur(.ImageFilter.MultibandFilter)
  -> ._imaging.ImagingCore: filter
class BuiltinFilter(.ImageFilter.MultibandFilter)
  property str: name
  property tuple[unknown, ...]: filterargs
  -> ._imaging.ImagingCore: filter
class Color3DLUT(.ImageFilter.MultibandFilter)
  -> .ImageFilter.Color3DLUT: generate transform
  -> ._imaging.ImagingCore: filter
class Filter
  -> ._imaging.ImagingCore: filter
class GaussianBlur(.ImageFilter.MultibandFilter)
  -> ._imaging.ImagingCore: filter
class ModeFilter(.ImageFilter.Filter)
  -> ._imaging.ImagingCore: filter
class RankFilter(.ImageFilter.Filter)
  -> ._imaging.ImagingCore: filter
class UnsharpMask(.ImageFilter.MultibandFilter)
  -> ._imaging.ImagingCore: filter
classes(.ImageFilter.BuiltinFilter): BLUR CONTOUR DETAIL EDGE_ENHANCE EDGE_ENHANCE_MORE EMBOSS FIND_EDGES Kernel SHARPEN SMOOTH SMOOTH_MORE
classes(.ImageFilter.RankFilter): MaxFilter MedianFilter MinFilter
classes(.ImageFilter.Filter): MultibandFilter
module PIL.ImageFont
class BaseImageFont
  -> tuple[float, float, float, float]: getbbox
  -> ._imaging.ImagingCore: getmask
class FreeTypeFont(.ImageFont.BaseImageFont)
  property ._imagingft.Font: font
  property bytes: font_bytes
  -> tuple[str | None, str | None]: getname
  -> tuple[int, int]: getmetrics
  -> tuple[float, float, float, float]: getbbox
  -> ._imaging.ImagingCore: getmask
  -> tuple[._imaging.ImagingCore, tuple[int, int]]: getmask2
  -> .ImageFont.FreeTypeFont: font_variant
  -> list[bytes]: get_variation_names
  -> list: get_variation_axes
class ImageFont(.ImageFont.BaseImageFont)
  property ._imaging.ImagingFont: font
  -> ._imaging.ImagingCore: getmask
  -> tuple[int, int, int, int]: getbbox
class TransposedFont(.ImageFont.BaseImageFont)
  -> ._imaging.ImagingCore: getmask
  -> tuple[int, int, float, float]: getbbox
-> .ImageFont.ImageFont: load load_default_imagefont load_path
-> .ImageFont.FreeTypeFont | .ImageFont.ImageFont: load_default
-> .ImageFont.FreeTypeFont: truetype
module PIL.ImageOps
exif_transpose(...) -> .Image.Image ? in_place=True None
-> .Image.Image: autocontrast colorize contain cover crop deform equalize expand fit flip grayscale invert mirror pad posterize scale solarize
module PIL.ImageStat
class Stat
  property list[tuple[int, int]]: extrema
  property list[int]: count sum sum2 median
  property list[float]: mean rms var stddev
module PIL._imaging
class ImagingCore
  -> float | tuple[int, ...] | None: __getitem__
class PixelAccess
  -> float | tuple[int, ...]: __getitem__
module PIL._imagingft
class Font
  property str | None: family style
  -> tuple[._imaging.ImagingCore, tuple[int, int]]: render
  -> tuple[tuple[int, int], tuple[int, int]]: getsize
  -> list[bytes]: getvarnames
  -> list: getvaraxes
`;
