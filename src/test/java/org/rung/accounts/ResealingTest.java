package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** The tests' Rung has two keys; what the second one sealed is what a former Rung left behind. */
@RungTest
class ResealingTest {
    private static final String OLD = "an-old-key-that-is-long-enough-to-be-taken";

    @Autowired
    Resealing resealing;

    @Autowired
    Secrets secrets;

    @Autowired
    Organizations organizations;

    @Autowired
    Invitations invitations;

    @Autowired
    DSLContext db;

    final Secrets former = new Secrets(
            new RungSettings(Path.of("target"), 0, URI.create("http://localhost"), false, false, List.of(OLD)));

    @Test
    void what_the_old_key_sealed_is_sealed_with_the_new_one_and_what_nobody_can_open_stays() {
        var here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        var ora = new NewOrganization(here, db).member(Role.ADMIN);
        invitations.make(ora, new InvitationDraft(Roles.of(Role.TEXTER), "", 1, Duration.ofDays(1), Optional.empty()));
        var foreign = "deadbeef.AAAA";
        db.execute(
                "update senders set token_sealed = ?, previous_token_sealed = ? where organization_id = ?",
                former.seal("auth-token"),
                foreign,
                here.value());
        db.execute(
                "update invitations set token_sealed = ? where organization_id = ?", former.seal("word"), here.value());

        resealing.sealAnew();

        var sender = db.fetchSingle(
                "select token_sealed, previous_token_sealed from senders where organization_id = ?", here.value());
        var invitation = db.fetchSingle("select token_sealed from invitations where organization_id = ?", here.value())
                .get(0, String.class);
        assertThat(sender.get(0, String.class)).startsWith(secrets.beginning());
        assertThat(secrets.open(sender.get(0, String.class))).isEqualTo("auth-token");
        assertThat(sender.get(1, String.class)).isEqualTo(foreign);
        assertThat(invitation).startsWith(secrets.beginning());
        assertThat(secrets.open(invitation)).isEqualTo("word");
    }
}
