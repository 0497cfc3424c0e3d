package org.rung.rsvps.door;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came with the form, as it was typed; and what was wrong with it. */
record SignUpForm(String shift, String firstName, String lastName, String phone, boolean texts, Optional<Wrong> wrong) {
    static final SignUpForm EMPTY = new SignUpForm("", "", "", "", false, Optional.empty());

    /** @param field empty where it is not about one */
    record Wrong(String field, String words) {}

    static SignUpForm of(
            @Nullable String shift,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String texts) {
        return new SignUpForm(cut(shift), cut(firstName), cut(lastName), cut(phone), texts != null, Optional.empty());
    }

    SignUpForm wrong(String field, String words) {
        return new SignUpForm(shift, firstName, lastName, phone, texts, Optional.of(new Wrong(field, words)));
    }

    private static String cut(@Nullable String text) {
        String typed = text == null ? "" : text;
        return typed.length() > 200 ? typed.substring(0, 200) : typed;
    }
}
