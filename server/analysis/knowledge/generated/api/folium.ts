/** Read off folium 0.20.0 by scripts/knowledge/api.py. */
export const folium = `
module folium
class GeoJson(.map.Layer)
  -> dict: process_data get_geojson_from_web
  -> str: find_identifier
class Marker
  -> self: add_child
class TopoJson(.map.Layer)
  -> list[list[float | None]]: get_bounds
classes(.FeatureGroup): Choropleth ColorLine
classes(.Marker): Circle CircleMarker RegularPolygonMarker
classes(.map.Class): Control
classes(.map.Layer): FeatureGroup TileLayer WmsTileLayer
classes(.map.Evented): Map
aliases features = folium: Choropleth ClickForLatLng ClickForMarker ColorLine Control CustomIcon DivIcon GeoJson GeoJsonPopup GeoJsonTooltip LatLngPopup RegularPolygonMarker TopoJson Vega VegaLite
aliases folium = folium: Map
aliases map = folium: FeatureGroup FitBounds FitOverlays Icon LayerControl Marker Popup Tooltip
aliases raster_layers = folium: TileLayer WmsTileLayer
alias utilities = folium
alias vector_layers = folium
module folium.features
class GeoJsonStyleMapper
  -> dict: get_style_map get_highlight_map
  -> str | int: get_feature_id
module folium.map
class Class
  property str: leaflet_class_name
classes(.map.Class): Evented
classes(.map.Evented): Layer
classes(): classproperty
module folium.raster_layers
classes(.map.Layer): ImageOverlay VideoOverlay
`;
