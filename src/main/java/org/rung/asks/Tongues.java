package org.rung.asks;

import java.util.Map;
import org.rung.people.SupporterId;

/** What people speak, by its code; whose language is not known is spoken to in the organization's. */
record Tongues(Map<SupporterId, String> theirs, String usual) {
    String of(SupporterId who) {
        String language = theirs.getOrDefault(who, "");
        return language.isEmpty() ? usual : language;
    }
}
