//! What elements do to the text.

/// How an element's edges part the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Not at all.
    Inline,
    /// As lines or cells.
    Soft,
    /// As blocks that have nothing to do with each other.
    Hard,
}

/// How the edges of the element part the text.
pub(super) fn edge(name: &str) -> Edge {
    match name {
        "p" | "div" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "br" | "tr" | "td" | "th"
        | "thead" | "tbody" | "tfoot" | "caption" | "option" | "optgroup" | "select"
        | "blockquote" | "pre" | "address" | "figure" | "figcaption" | "fieldset" | "legend"
        | "label" | "button" | "textarea" | "details" | "summary" | "center" | "frame"
        | "iframe" | "input" => Edge::Soft,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "table" | "section" | "article"
        | "aside" | "header" | "footer" | "nav" | "main" | "form" | "title" | "head" | "body"
        | "html" | "dialog" => Edge::Hard,
        _ => Edge::Inline,
    }
}

/// Whether the element has no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "frame"
            | "basefont"
            | "bgsound"
            | "keygen"
    )
}

/// Whether another element of the name ends the one before it.
pub(super) fn is_closed_by_next(name: &str) -> bool {
    matches!(
        name,
        "p" | "li" | "td" | "th" | "tr" | "option" | "dt" | "dd"
    )
}

/// Elements whose content is not markup.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "textarea" | "title" | "xmp" | "noembed" | "noframes"
    )
}

/// Whether the attributes hide the element.
pub(super) fn is_hidden<'a>(mut attributes: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    attributes.any(|(name, value)| match name {
        "hidden" => true,
        "type" => value.eq_ignore_ascii_case("hidden"),
        "style" => {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            ["display:none", "visibility:hidden", "mso-hide:all"]
                .iter()
                .any(|rule| style.contains(rule))
        }
        _ => false,
    })
}
