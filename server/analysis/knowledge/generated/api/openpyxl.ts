/** Read off openpyxl 3.1.5, types-openpyxl 3.1.5.20261017 by scripts/knowledge/api.py. */
export const openpyxl = `
module openpyxl
class Workbook
  property str: path encoding mime_type
  property .utils.indexed_list.IndexedList: shared_strings
  property datetime.datetime: epoch excel_base_date
  property .workbook.workbook._WorksheetOrChartsheetLike | None: active
  -> .chartsheet.Chartsheet: create_chartsheet
  -> .workbook.workbook._WorksheetOrChartsheetLike: get_sheet_by_name __getitem__
  -> iterator[.workbook.workbook._WorksheetLike]: __iter__
  -> list[str]: get_sheet_names
  property list[.workbook.workbook._WorksheetLike]: worksheets
  property list[.chartsheet.Chartsheet]: chartsheets
  property list[str]: sheetnames named_styles style_names
  -> .worksheet.worksheet.Worksheet: copy_worksheet
-> .Workbook: load_workbook
module openpyxl.cell
class Cell
  property str: data_type coordinate column_letter encoding
  property datetime.datetime: base_date
  -> None | str: check_string
  -> str: check_error
  property .worksheet.hyperlink.Hyperlink | None: hyperlink
  -> .cell.Cell | .cell.MergedCell: offset
  property .comments.Comment | None: comment
class CellRichText
  -> self: from_tree
  -> .cell.CellRichText: __add__
  -> list[str]: as_list
class MergedCell
  property str: data_type coordinate
  property .comments.Comment | None: comment
  property .worksheet.hyperlink.Hyperlink | None: hyperlink
module openpyxl.cell.cell
property re.Pattern: ILLEGAL_CHARACTERS_RE
property dict: TIME_FORMATS
-> str: get_time_format
-> str | None: get_type
module openpyxl.chartsheet
class Chartsheet(.workbook.child._WorkbookChild)
  property str: tagname mime_type
  property .descriptors.Typed: sheetPr sheetViews sheetProtection customSheetViews pageMargins pageSetup drawing drawingHF picture webPublishItems extLst headerFooter
  property .descriptors.Set: sheet_state
  property .descriptors.Alias: HeaderFooter
module openpyxl.utils.bound_dictionary
class BoundDictionary(collections.defaultdict)
  property str | None: reference
module openpyxl.workbook.child
class _WorkbookChild
  property .worksheet.header_footer.HeaderFooter: HeaderFooter
  property .Workbook | None: parent
  property str: encoding title path
  property .worksheet.header_footer.HeaderFooterItem | None: oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter
module openpyxl.workbook.workbook
classes(.worksheet.worksheet.Worksheet, .worksheet._write_only.WriteOnlyWorksheet, .worksheet._read_only.ReadOnlyWorksheet): _WorksheetLike
classes(.chartsheet.Chartsheet, .workbook.workbook._WorksheetLike): _WorksheetOrChartsheetLike
module openpyxl.worksheet._read_only
class ReadOnlyWorksheet
  property .Workbook: parent
  property str: title sheet_state
  property iterator[tuple[unknown, ...]]: values
  property iterator[tuple[.cell.Cell | .cell.MergedCell, ...]]: rows
module openpyxl.worksheet._write_only
class WriteOnlyWorksheet(.workbook.child._WorkbookChild)
  property .worksheet.table.TableList: tables
  property str: print_titles print_area
  property str | None: print_title_cols print_title_rows freeze_panes
  property .worksheet.views.SheetView: sheet_view
module openpyxl.worksheet.cell_range
class CellRange
  property .descriptors.MinMax: min_col min_row max_col max_row
  property str | None: title
  property tuple[int, int, int, int]: bounds
  property str: coord
  property iterator[list[tuple[int, int]]]: rows cols
  -> iterator[tuple[str, unknown]]: __iter__
  property dict: size
  property list[tuple[int, int]]: top bottom left right
class MultiCellRange
  -> list[.worksheet.cell_range.CellRange]: sorted
  -> iterator[.worksheet.cell_range.CellRange]: __iter__
module openpyxl.worksheet.datavalidation
class DataValidationList
  property str: tagname
  property .descriptors.Bool: disablePrompts
  property .descriptors.Integer: xWindow yWindow
module openpyxl.worksheet.dimensions
class DimensionHolder(.utils.bound_dictionary.BoundDictionary)
  property .worksheet.worksheet.Worksheet: worksheet
class SheetFormatProperties
  property str: tagname
  property .descriptors.Integer: baseColWidth outlineLevelRow outlineLevelCol
  property .descriptors.Float: defaultColWidth defaultRowHeight
  property .descriptors.Bool: customHeight zeroHeight thickTop thickBottom
module openpyxl.worksheet.filters
class AutoFilter
  property str: tagname
  property .descriptors.Typed: sortState extLst
module openpyxl.worksheet.formula
class ArrayFormula
  property str: t
  -> iterator[tuple[str, str]]: __iter__
class DataTableFormula
  property str: t
  -> iterator[tuple[str, str]]: __iter__
module openpyxl.worksheet.header_footer
class HeaderFooter
  property str: tagname
  property .descriptors.Bool: differentOddEven differentFirst scaleWithDoc alignWithMargins
  property .descriptors.Typed: oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter
class HeaderFooterItem
  property .descriptors.Typed: left center right
  property .descriptors.Alias: centre
  -> self: from_tree
module openpyxl.worksheet.hyperlink
class Hyperlink
  property str: tagname
  property .descriptors.String: ref location tooltip display target
module openpyxl.worksheet.page
class PageMargins
  property str: tagname
  property .descriptors.Float: left right top bottom header footer
class PrintOptions
  property str: tagname
  property .descriptors.Bool: horizontalCentered verticalCentered headings gridLines gridLinesSet
class PrintPageSetup
  property str: tagname
  property .descriptors.NoneSet: orientation pageOrder cellComments errors
  property .descriptors.Integer: paperSize scale fitToHeight fitToWidth firstPageNumber horizontalDpi verticalDpi copies
  property .descriptors.Bool: useFirstPageNumber usePrinterDefaults blackAndWhite draft
  property .worksheet.properties.PageSetupProperties | None: sheet_properties
  -> self: from_tree
module openpyxl.worksheet.pagebreak
class ColBreak(.worksheet.pagebreak.RowBreak)
  property str: tagname
class RowBreak
  property str: tagname
module openpyxl.worksheet.properties
class PageSetupProperties
  property str: tagname
  property .descriptors.Bool: autoPageBreaks fitToPage
class WorksheetProperties
  property str: tagname
  property .descriptors.String: codeName syncRef
  property .descriptors.Bool: enableFormatConditionsCalculation filterMode published syncHorizontal syncVertical transitionEvaluation transitionEntry
  property .styles.colors.ColorDescriptor: tabColor
  property .descriptors.Typed: outlinePr pageSetUpPr
module openpyxl.worksheet.protection
class SheetProtection(.worksheet.protection._Protected)
  property str: tagname
  property .descriptors.Bool: sheet objects scenarios formatCells formatColumns formatRows insertColumns insertRows insertHyperlinks deleteColumns deleteRows selectLockedCells selectUnlockedCells sort autoFilter pivotTables
  property .descriptors.Alias: enabled
  property .descriptors.Integer: spinCount
  property .descriptors.String: algorithmName
class _Protected
  property str | None: password
module openpyxl.worksheet.scenario
class ScenarioList
  property str: tagname
  property .descriptors.Integer: current show
  property .descriptors.Convertible: sqref
module openpyxl.worksheet.views
class SheetView
  property str: tagname
  property .descriptors.Bool: windowProtection showFormulas showGridLines showRowColHeaders showZeros rightToLeft tabSelected showRuler showOutlineSymbols defaultGridColor showWhiteSpace zoomToFit
  property .descriptors.NoneSet: view
  property .descriptors.String: topLeftCell
  property .descriptors.Integer: colorId zoomScale zoomScaleNormal zoomScaleSheetLayoutView zoomScalePageLayoutView workbookViewId
  property .descriptors.Typed: pane
class SheetViewList
  property str: tagname
  property .descriptors.Sequence: sheetView
  property .descriptors.Typed: extLst
  property .worksheet.views.SheetView: active
module openpyxl.worksheet.worksheet
class Worksheet(.workbook.child._WorkbookChild)
  property str: mime_type sheet_state dimensions print_titles print_area
  property .worksheet.dimensions.DimensionHolder: row_dimensions column_dimensions
  property .worksheet.pagebreak.RowBreak: row_breaks
  property .worksheet.pagebreak.ColBreak: col_breaks
  property .worksheet.cell_range.MultiCellRange: merged_cells
  property .worksheet.datavalidation.DataValidationList: data_validations
  property .worksheet.page.PrintPageSetup: page_setup
  property .worksheet.page.PrintOptions: print_options
  property .worksheet.page.PageMargins: page_margins
  property .worksheet.views.SheetViewList: views
  property .worksheet.protection.SheetProtection: protection
  property .workbook.defined_name.DefinedNameDict: defined_names
  property .worksheet.filters.AutoFilter: auto_filter
  property .formatting.formatting.ConditionalFormattingList: conditional_formatting
  property .worksheet.properties.WorksheetProperties: sheet_properties
  property .worksheet.dimensions.SheetFormatProperties: sheet_format
  property .worksheet.scenario.ScenarioList: scenarios
  property .worksheet.views.SheetView: sheet_view
  property str | None: selected_cell active_cell freeze_panes print_title_rows print_title_cols
  property dict: array_formulae
  -> .cell.Cell | .cell.MergedCell: cell
  -> iterator[tuple[.cell.Cell | .cell.MergedCell, ...]]: __iter__
  -> str: calculate_dimension
  -> iterator[tuple[.cell.Cell | .cell.MergedCell, ...]] | iterator[tuple[unknown, ...]]: iter_rows iter_cols
  property iterator[tuple[.cell.Cell | .cell.MergedCell, ...]]: rows columns
  property iterator[tuple[unknown, ...]]: values
  property list[str]: column_groups
  property .worksheet.table.TableList: tables
`;
