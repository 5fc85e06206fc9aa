/** Read off geopandas 1.2.0 by scripts/knowledge/api.py. */
export const geopandas = `
module geopandas
class GeoDataFrame(.base.GeoPandasBase, pandas.DataFrame)
  -> None | .GeoDataFrame: set_geometry rename_geometry set_crs
  -> .GeoDataFrame: from_dict from_file from_features from_postgis from_arrow copy dissolve sjoin sjoin_nearest clip overlay
  -> str: to_json
  -> iterator[dict]: iterfeatures
  -> dict: to_geo_dict
  -> DataFrame: to_wkb to_wkt
  -> .GeoDataFrame | None: to_crs
  -> .GeoDataFrame | DataFrame: explode
  -> folium.Map: explore
class GeoSeries(.base.GeoPandasBase, pandas.Series)
  property .GeoSeries: geometry
  property Series: x y z m
  -> .GeoSeries: from_file from_wkb from_wkt from_xy from_arrow fillna explode set_crs to_crs clip
  -> Series: isna isnull notna notnull to_wkb to_wkt
  -> str: to_json
-> DataFrame: list_layers
-> .GeoSeries: make_grid
-> .GeoDataFrame: overlay read_feather read_parquet read_postgis sjoin_nearest
-> .array.GeometryArray: points_from_xy
-> dict: read_file_info
module geopandas.array
class GeometryArray(pandas.api.extensions.ExtensionArray)
  property .sindex.SpatialIndex: sindex
  property .array.GeometryDtype: dtype
  -> .array.GeometryArray: __getitem__ constrained_delaunay_triangles minimum_rotated_rectangle extract_unique_points offset_curve remove_repeated_points representative_point minimum_bounding_circle maximum_inscribed_circle minimum_clearance_line normalize orient_polygons make_valid reverse segmentize force_2d force_3d transform line_merge set_precision clip_by_rect difference intersection symmetric_difference union shortest_line snap shared_paths buffer interpolate simplify simplify_coverage affine_transform translate rotate scale skew to_crs copy take fillna shift
  property ndarray: area interiors total_bounds
  property .array.GeometryArray: boundary centroid convex_hull envelope exterior
  property tuple: shape
  -> ndarray: astype isna
  -> Series: value_counts
  -> pandas.api.extensions.ExtensionArray: unique
classes(pandas.api.extensions.ExtensionDtype): GeometryDtype
module geopandas.base
class GeoPandasBase
  -> Series: is_valid_reason count_coordinates count_geometries count_interior_rings get_precision minimum_bounding_radius minimum_clearance relate_pattern project hilbert_distance
  -> .GeoSeries: invalid_coverage_edges get_geometry segmentize transform force_2d force_3d line_merge difference symmetric_difference union intersection clip_by_rect shortest_line snap shared_paths sample_points build_area make_grid
  property DataFrame: bounds
  property .base._CoordinateIndexer: cx
  -> DataFrame: get_coordinates
`;
