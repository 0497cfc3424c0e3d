package org.rung.api;

import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/** Reads numbers as people write them in the organization's country. */
@Component
class WrittenNumbers {
    private final Organizations organizations;

    WrittenNumbers(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @throws Problem.Invalid naming the field */
    PhoneNumber read(Actor actor, String field, String text) {
        return read(country(actor), field, text);
    }

    String country(Actor actor) {
        return organizations.get(actor.organization()).country();
    }

    PhoneNumber read(String country, String field, String text) {
        try {
            return PhoneNumbers.read(text, country);
        } catch (Problem.Invalid wrong) {
            throw wrong.about(field);
        }
    }
}
