package org.rung.links;

/** What made an opening a click or a scan. */
public enum ClickReason {
    /** Nothing speaks against a person. */
    BROWSER(ClickKind.CLICK),
    /** A browser that says that somebody went there with it: however many do so from one address, each is a person. */
    NAVIGATED(ClickKind.CLICK),
    /** The button of the page in between was pressed. */
    PRESSED(ClickKind.CLICK),
    /** It only asked whether there is something. */
    HEAD(ClickKind.SCAN),
    /** It says itself that it makes previews or looks for harm. */
    FETCHER(ClickKind.SCAN),
    /** A browser that reads ahead. */
    PREFETCH(ClickKind.SCAN),
    /** It may be a person, who then presses the button. */
    DOUBTFUL(ClickKind.SCAN),
    /** One address opened the links of several people at once. */
    CROWD(ClickKind.SCAN);

    private final ClickKind kind;

    ClickReason(ClickKind kind) {
        this.kind = kind;
    }

    ClickKind kind() {
        return kind;
    }
}
