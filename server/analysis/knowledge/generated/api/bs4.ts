/** Read off beautifulsoup4 4.15.0 by scripts/knowledge/api.py. */
export const bs4 = `
module bs4
class AttributeResemblesVariableWarning
  property str: MESSAGE
class BeautifulSoup(.Tag)
  property str: ROOT_TAG_NAME ASCII_SPACES
  property dict: element_classes
  property .builder.TreeBuilder: builder
  property .filter.SoupStrainer | None: parse_only
  property str | bytes | None: markup
  property list[str]: current_data
  property .Tag | None: currentTag
  property list[.Tag]: tagStack preserve_whitespace_tag_stack string_container_stack
  property str | None: original_encoding declared_html_encoding
  -> .BeautifulSoup: copy_self
  -> .Tag: new_tag
  -> .element.NavigableString: new_string
  -> list[.element.PageElement]: insert_before insert_after
  -> .Tag | None: popTag handle_starttag
  -> str: decode
class CData(.element.PreformattedString)
  property str: PREFIX SUFFIX
class CSS
  -> str: escape
  -> .Tag | None: select_one closest
  -> .ResultSet: select filter
  -> iterator[.Tag]: iselect
class Comment(.element.PreformattedString)
  property str: PREFIX SUFFIX
class Declaration(.element.PreformattedString)
  property str: PREFIX SUFFIX
class Doctype(.element.PreformattedString)
  property str: PREFIX SUFFIX
  -> .Doctype: for_name_and_ids
class ElementFilter
  -> iterator[.element.PageElement | .Tag | .element.NavigableString]: filter
  -> .ResultSet: find_all
class GuessedAtParserWarning
  property str: MESSAGE
class MarkupResemblesLocatorWarning
  property str: GENERIC_MESSAGE URL_MESSAGE FILENAME_MESSAGE
class ProcessingInstruction(.element.PreformattedString)
  property str: PREFIX SUFFIX
class ResultSet
  property .ElementFilter | None: source
class Tag(.element.PageElement)
  property str: name
  property str | None: namespace prefix string
  property dict: attrs
  property list[.element.PageElement]: contents
  property set | None: interesting_string_types
  property dict | None: cdata_list_attributes
  property set[str] | None: preserve_whitespace_tags
  -> self: copy_self unwrap
  -> list[.element.PageElement]: insert extend
  -> .element.PageElement | .Tag | .element.NavigableString: replaceWithChildren
  -> .element.PageElement | list[.element.PageElement]: append
  -> str | .element.AttributeValueList | None: get
  -> .element.AttributeValueList: get_attribute_list
  -> str | .element.AttributeValueList: __getitem__
  -> iterator[.element.PageElement]: __iter__ childGenerator recursiveChildGenerator
  -> .ResultSet: __call__ find_all select
  -> bytes: encode encode_contents renderContents
  -> str: decode decode_contents
  -> str | bytes: prettify
  -> .element.NavigableString | None | .Tag: find
  property iterator[.element.PageElement]: children self_and_descendants descendants
  -> .Tag | None: select_one
  property .CSS: css
class UnicodeDammit
  property bytes: markup
  property str | None: unicode_markup original_encoding smart_quotes_to declared_html_encoding
  property list[tuple[str, str]]: tried_encodings
  property dict: CHARSET_ALIASES MS_CHARS MS_CHARS_TO_ASCII WINDOWS_1252_TO_UTF8
  property iterator[str]: ENCODINGS_WITH_SMART_QUOTES
  property set[int]: ENUMERATED_NONCHARACTERS
  property list[tuple[int, int, int]]: MULTIBYTE_MARKERS_AND_SIZES
  -> str | None: find_codec
  -> tuple[str, bool]: numeric_character_reference
  -> bytes: detwingle
class XMLParsedAsHTMLWarning
  property str: MESSAGE
classes(.element.NavigableString): Script Stylesheet TemplateString
aliases builder = bs4: ParserRejectedMarkup
alias css = bs4
aliases dammit = bs4: UnicodeDammit
aliases element = bs4: CData Comment Declaration Doctype ProcessingInstruction ResultSet Script Stylesheet Tag TemplateString
alias exceptions = bs4
aliases filter = bs4: ElementFilter
module bs4.builder
class TreeBuilder
  property str: NAME
  property iterator[str]: ALTERNATE_NAMES features
  property .BeautifulSoup | None: soup
  property set[str] | None: empty_element_tags DEFAULT_EMPTY_ELEMENT_TAGS
  property dict: cdata_list_attributes string_containers DEFAULT_CDATA_LIST_ATTRIBUTES DEFAULT_STRING_CONTAINERS
  property set[str]: preserve_whitespace_tags DEFAULT_PRESERVE_WHITESPACE_TAGS
  -> iterator[tuple[str | bytes, str | None, str | None, bool]]: prepare_markup
  -> str: test_fragment_to_document
module bs4.dammit
class EntitySubstitution
  property dict: CHARACTER_TO_XML_ENTITY
  -> str: quoted_attribute_value substitute_xml substitute_xml_containing_entities substitute_html substitute_html5 substitute_html5_raw
module bs4.element
class AttributeValueWithCharsetSubstitution
  property str: original_value
  -> str: substitute_encoding
class CharsetMetaAttributeValue(.element.AttributeValueWithCharsetSubstitution)
  -> str: substitute_encoding
class ContentMetaAttributeValue(.element.AttributeValueWithCharsetSubstitution)
  -> str: substitute_encoding
class NamespacedAttribute
  property str | None: prefix name namespace
class NavigableString(.element.PageElement)
  property str: PREFIX SUFFIX string
  -> str: __getitem__ output_ready
  property iterator[str]: strings
class PageElement
  property .Tag | None: parent
  -> str: format_string get_text
  -> .formatter.Formatter: formatter_for_name
  property iterator[str]: stripped_strings
  property str: text
  -> self: replace_with extract
  -> .Tag: wrap new_tag
  -> list[.element.PageElement]: insert_before insert_after
  -> .element.NavigableString: new_string
  -> .element.NavigableString | None | .Tag: find_next find_next_sibling find_previous find_previous_sibling
  -> .ResultSet: find_all_next find_next_siblings find_all_previous find_previous_siblings find_parents
  -> .Tag | None: find_parent
  property iterator[.element.PageElement]: next_elements self_and_next_elements next_siblings self_and_next_siblings previous_elements self_and_previous_elements previous_siblings self_and_previous_siblings self_and_parents
  property iterator[.Tag]: parents
  -> iterator[.element.PageElement]: nextGenerator nextSiblingGenerator previousGenerator previousSiblingGenerator parentGenerator
class PreformattedString(.element.NavigableString)
  property str: PREFIX SUFFIX
  -> str: output_ready
class XMLProcessingInstruction(.ProcessingInstruction)
  property str: PREFIX SUFFIX
classes(.element.NavigableString): RubyParenthesisString RubyTextString
property str: DEFAULT_OUTPUT_ENCODING
module bs4.filter
class MatchRule
  property str | None: string
class SoupStrainer(.ElementFilter)
  property list[.filter.TagNameMatchRule]: name_rules
  property dict: attribute_rules
  property list[.filter.StringMatchRule]: string_rules
  -> .element.PageElement | None: search
classes(.filter.MatchRule): StringMatchRule TagNameMatchRule
module bs4.formatter
class Formatter(.dammit.EntitySubstitution)
  property str: HTML XML void_element_close_prefix indent
  property dict: HTML_DEFAULTS
  property str | None: language
  property set[str]: cdata_containing_tags
  -> str: substitute attribute_value
  -> iterator[tuple[str, str | .element.AttributeValueList | None]]: attributes
`;
