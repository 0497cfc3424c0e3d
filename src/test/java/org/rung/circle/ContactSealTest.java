package org.rung.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Secrets;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** The tests' Rung has two keys; what the second one sealed is what a former Rung left behind. */
@RungTest
class ContactSealTest {
    private static final String OLD = "an-old-key-that-is-long-enough-to-be-taken";

    @Autowired
    ContactSealStore stored;

    @Autowired
    ContactSeal seal;

    @Autowired
    Contacts contacts;

    @Autowired
    Secrets secrets;

    @Autowired
    DSLContext db;

    @Test
    void after_a_change_of_keys_names_and_numbers_are_sealed_anew_and_numbers_still_meet() throws Exception {
        var here = NewOrganization.with(db);
        var tess = here.member(Role.TEXTER);
        var former = former();
        var card = new Card(new PersonName("Maya", "Okafor"), Phones.fresh());
        insert(here, tess.memberId().value(), former.hash(here.organizationId(), card.phone()), former.seal(card));
        insert(here, tess.memberId().value(), "lost", "deadbeef.AAAA");

        // Before: both keys open it, and the same number is not added twice.
        assertThat(contacts.add(tess, card.name(), card.phone().text())).isFalse();
        var result = stored.sealAnew();

        assertThat(result.sealed()).isPositive();
        assertThat(result.lost()).isPositive();
        var row = db.fetchSingle(
                "select phone_hash, card_sealed from contacts where member_id = ? and phone_hash <> 'lost'",
                tess.memberId().value());
        assertThat(row.get(0, String.class)).isEqualTo(seal.hash(here.organizationId(), card.phone()));
        assertThat(row.get(1, String.class)).startsWith(secrets.beginning());
        assertThat(seal.open(row.get(1, String.class))).isEqualTo(Optional.of(card));
        assertThat(contacts.mine(tess, "", Page.Wanted.first(10)).rows())
                .as("what no key opens is left out")
                .extracting(one -> one.name().whole())
                .containsExactly("Maya Okafor");
        assertThat(contacts.add(tess, card.name(), card.phone().text())).isFalse();
    }

    @Test
    void whom_a_node_with_the_old_key_added_a_second_time_is_one_contact_in_the_end() throws Exception {
        var here = NewOrganization.with(db);
        var tess = here.member(Role.TEXTER);
        var former = former();
        var card = new Card(new PersonName("Maya", ""), Phones.fresh());
        contacts.add(tess, card.name(), card.phone().text());
        insert(here, tess.memberId().value(), former.hash(here.organizationId(), card.phone()), former.seal(card));

        stored.sealAnew();

        assertThat(contacts.mine(tess, "", Page.Wanted.first(10)).rows()).hasSize(1);
    }

    private void insert(NewOrganization here, long member, String hash, String sealed) {
        db.execute(
                "insert into contacts (contact_id, organization_id, member_id, phone_hash, card_sealed, state, created_at)"
                        + " values (?, ?, ?, ?, ?, 'MINE', '2026-01-01 00:00:00')",
                Id.next(),
                here.organizationId().value(),
                member,
                hash,
                sealed);
    }

    /** As a Rung with the old key alone had it. */
    private static ContactSeal former() throws ReflectiveOperationException {
        var settings =
                new RungSettings(Path.of("target"), 0, URI.create("http://localhost"), false, false, List.of(OLD));
        Constructor<Secrets> secrets = Secrets.class.getDeclaredConstructor(RungSettings.class);
        secrets.setAccessible(true);
        return new ContactSeal(secrets.newInstance(settings), settings);
    }
}
