package org.rung.people;

import java.time.Clock;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The columns that an organization added to its people. */
@Service
public class CustomFields {
    private final FieldStore store;
    private final FieldTypeStore types;
    private final Clock clock;

    CustomFields(FieldStore store, FieldTypeStore types, Clock clock) {
        this.store = store;
        this.types = types;
        this.clock = clock;
    }

    /** By label. */
    @Transactional(readOnly = true)
    public List<CustomField> all(OrganizationId organizationId) {
        return store.all(organizationId);
    }

    /** For who reads many rows: knows the fields as they are now. */
    @Transactional(readOnly = true)
    public FieldReader reader(OrganizationId organizationId) {
        return new FieldReader(store.all(organizationId));
    }

    /** A new field of that type. @throws Problem.Conflict when its key is taken */
    @Transactional
    public CustomField define(Actor actor, FieldDraft draft) {
        actor.must(Permission.ADMINISTER);
        var key = FieldKey.of(draft.label()).text();
        if (!store.define(actor.organization(), new CustomFieldId(Id.next()), key, draft, clock.instant()))
            throw new Problem.Conflict("problem.field-taken", draft.label());
        return store.all(actor.organization()).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Another label, type or other choices; the key stays, since filters and texts name the field by it.
     *
     * @throws Problem.Invalid when people have values that are none of the new type
     */
    @Transactional
    public void change(Actor actor, CustomFieldId customFieldId, FieldDraft draft) {
        actor.must(Permission.ADMINISTER);
        if (!store.change(actor.organization(), customFieldId, draft))
            throw new Problem.Missing("custom field", customFieldId);
        var misfits = types.misfits(customFieldId, draft.type(), draft.choices());
        if (misfits > 0) throw new Problem.Invalid("type", "problem.field-type-values", misfits);
        types.rewrite(customFieldId, draft.type());
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
