package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.rung.merging.Duplicate;
import org.rung.merging.Likeness;
import org.rung.people.Supporter;

/** Two supporters who look like one person, as other programs see them. */
@Schema(name = "Duplicate")
record DuplicateBody(
        @Schema(description = "The one who has been known longer.")
        Person first,

        Person other,

        @Schema(
                description =
                        "NUMBER: the same number, and first names that may be the same. EMAIL: the same e-mail and such first"
                                + " names. NAME_AND_PLACE: the same name and postal code or city. EMAIL_OF_ANOTHER_NAME: the same"
                                + " e-mail and another first name.")
        Set<Likeness> why) {

    static DuplicateBody of(Duplicate pair) {
        return new DuplicateBody(Person.of(pair.first()), Person.of(pair.other()), pair.why());
    }

    @Schema(name = "DuplicatePerson")
    record Person(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "Nia") String firstName,
            @Schema(example = "Adeyemi") String lastName) {
        static Person of(Supporter one) {
            return new Person(one.supporterId().text(), one.firstName(), one.lastName());
        }
    }
}
