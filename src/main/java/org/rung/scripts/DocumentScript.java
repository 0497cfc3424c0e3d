package org.rung.scripts;

import java.util.List;

/**
 * What a document says as a script.
 *
 * @param left lines that found no place in it, as they were written; nothing of a document goes without a word
 */
public record DocumentScript(String name, ScriptTree tree, List<String> left) {
    public DocumentScript {
        left = List.copyOf(left);
    }
}
