package org.rung.ladder;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/** This room's message file, for words that are made away from a screen. */
final class Words {
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Words() {}

    static Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle("words.ladder", locale, NO_FALLBACK).keySet();
    }

    static String say(Locale locale, String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("words.ladder", locale, NO_FALLBACK).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
