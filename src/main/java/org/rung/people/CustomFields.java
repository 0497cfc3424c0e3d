package org.rung.people;

import java.time.Clock;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The columns that an organization added to its people. */
@Service
public class CustomFields {
    private final FieldStore store;
    private final Clock clock;

    CustomFields(FieldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By label. */
    @Transactional(readOnly = true)
    public List<CustomField> all(OrganizationId organizationId) {
        return store.all(organizationId);
    }

    /** The field with this label's key, made when it is new. */
    @Transactional
    public CustomField named(Actor actor, String label) {
        actor.must(Permission.EDIT_PEOPLE);
        var plain = label.strip();
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > 80) {
            throw new Problem.Invalid("label", "problem.length", 1, 80);
        }
        var key = FieldKey.of(plain).text();
        store.make(actor.organization(), key, plain, clock.instant());
        return store.all(actor.organization()).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Removes the field and everyone's value of it; filters that name it then say so. */
    @Transactional
    public void remove(Actor actor, CustomFieldId customFieldId) {
        actor.must(Permission.EDIT_PEOPLE);
        if (!store.remove(actor.organization(), customFieldId))
            throw new Problem.Missing("custom field", customFieldId);
    }
}
