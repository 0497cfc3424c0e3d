package org.rung.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.rung.common.Problem;
import org.rung.people.FieldKey;

/** Languages as lists write them: es, spa, Spanish, español. */
final class LanguageNames {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            CODES.putIfAbsent(code, code);
            CODES.putIfAbsent(language.getISO3Language(), code);
            for (var reader : new Locale[] {Locale.ENGLISH, Locale.of("es"), language})
                CODES.putIfAbsent(
                        FieldKey.of(language.getDisplayLanguage(reader)).text(), code);
        }
    }

    private LanguageNames() {}

    /** Two letters; empty for an empty cell. */
    static String code(String written) {
        if (written.isEmpty()) return "";
        var code = CODES.get(FieldKey.of(written).text());
        if (code == null) code = CODES.get(FieldKey.of(written.split("[-_]")[0]).text());
        if (code == null) throw new Problem.Invalid("language", "problem.language-unknown");
        return code;
    }
}
