package org.rung.watching.ui;

import com.vaadin.flow.component.Component;
import org.rung.senders.ErrorTable;

/** A provider's code in plain words, and what to do about it. */
final class CodeWords {
    private CodeWords() {}

    static String meaning(Component reader, String code, boolean known) {
        return reader.getTranslation("watching.code." + (known ? ErrorTable.line(code) : "other"));
    }

    static String advice(Component reader, String code, boolean known) {
        return reader.getTranslation("watching.advice." + (known ? ErrorTable.line(code) : "other"));
    }
}
