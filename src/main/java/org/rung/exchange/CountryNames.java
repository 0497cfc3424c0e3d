package org.rung.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.rung.common.Problem;
import org.rung.people.FieldKey;

/** Countries as lists write them: US, USA, United States, Estados Unidos. */
final class CountryNames {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            CODES.putIfAbsent(FieldKey.of(code).text(), code);
            CODES.putIfAbsent(FieldKey.of(country.getISO3Country()).text(), code);
            for (var reader : new Locale[] {Locale.ENGLISH, Locale.of("es")})
                CODES.putIfAbsent(FieldKey.of(country.getDisplayCountry(reader)).text(), code);
        }
        CODES.put("united_states_of_america", "US");
        CODES.put("u_s", "US");
        CODES.put("u_s_a", "US");
        CODES.put("uk", "GB");
        CODES.put("ee_uu", "US");
    }

    private CountryNames() {}

    /** Two letters. */
    static String code(String written) {
        var code = CODES.get(FieldKey.of(written).text());
        if (code == null) throw new Problem.Invalid("country", "problem.country-unknown");
        return code;
    }
}
