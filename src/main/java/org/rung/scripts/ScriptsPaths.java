package org.rung.scripts;

/** Where the screens of this room live. */
public final class ScriptsPaths {
    public static final String SCRIPTS = "scripts";
    public static final String NEW = SCRIPTS + "/new";
    /** Drawn by campaigns, since a reply may belong to one; the list of scripts leads there. */
    public static final String CANNED_REPLIES = "canned-replies";

    private ScriptsPaths() {}

    public static String script(ScriptId scriptId) {
        return SCRIPTS + "/" + scriptId.text();
    }
}
