package org.rung.accounts.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

@RungTest
class PasskeysTest {
    @Autowired
    Passkeys passkeys;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    DSLContext db;

    OrganizationId here;
    Member tess;

    @BeforeEach
    void open() {
        here = organizations.found("Passkeys " + Id.next(), "US", ZoneId.of("America/Chicago"), false);
        tess = join();
    }

    @Test
    void an_account_is_known_to_authenticators_by_one_handle_that_says_nothing_of_it() {
        var owner = passkeys.findByUsername(tess.accountId().text());

        assertThat(owner.getName()).isEqualTo(tess.email());
        assertThat(owner.getDisplayName()).isEqualTo("Tess");
        assertThat(passkeys.findByUsername(tess.accountId().text()).getId()).isEqualTo(owner.getId());
        assertThat(passkeys.owner(owner.getId())).contains(tess.accountId());
        assertThat(passkeys.owner(Bytes.random())).isEmpty();
        assertThat(passkeys.findById(Bytes.random())).isNull();
    }

    @Test
    void what_was_registered_is_found_as_it_was() {
        var made = passkey(tess, 7);
        passkeys.save(made);

        var found = passkeys.findByCredentialId(made.getCredentialId());

        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("created", "lastUsed", "attestationClientDataJSON")
                .isEqualTo(made);
        assertThat(passkeys.findByUserId(made.getUserEntityUserId())).hasSize(1);
        assertThat(passkeys.all(tess.accountId())).singleElement().satisfies(shown -> {
            assertThat(shown.label()).isEqualTo("My phone");
            assertThat(shown.usedAt()).isEmpty();
        });
        assertThat(db.fetch(
                        "select 1 from audit_log where organization_id = ? and verb = 'account.passkey-added'",
                        here.value()))
                .hasSize(1);
    }

    @Test
    void its_counter_only_goes_up_so_that_a_copy_is_found_out() {
        var made = passkey(tess, 7);
        passkeys.save(made);
        passkeys.save(counted(made, 8));

        assertThatThrownBy(() -> passkeys.save(counted(made, 8))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> passkeys.save(counted(made, 3))).isInstanceOf(Problem.Refused.class);
        assertThat(passkeys.all(tess.accountId()).getFirst().usedAt()).isPresent();
    }

    @Test
    void one_that_counts_nothing_is_taken_each_time() {
        var made = passkey(tess, 0);
        passkeys.save(made);

        passkeys.save(counted(made, 0));
        passkeys.save(counted(made, 0));

        assertThat(passkeys.all(tess.accountId()).getFirst().usedAt()).isPresent();
    }

    @Test
    void people_remove_theirs_and_nobody_elses() {
        var made = passkey(tess, 0);
        passkeys.save(made);
        var shown = passkeys.all(tess.accountId()).getFirst();
        var olga = join();

        assertThatThrownBy(() -> passkeys.remove(olga.accountId(), shown.passkeyId()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(passkeys.all(olga.accountId())).isEmpty();
        passkeys.remove(tess.accountId(), shown.passkeyId());

        assertThat(passkeys.findByCredentialId(made.getCredentialId())).isNull();
        assertThat(passkeys.all(tess.accountId())).isEmpty();
    }

    @Test
    void twenty_are_enough() {
        for (int i = 0; i < 20; i++) passkeys.save(passkey(tess, 0));

        assertThatThrownBy(() -> passkeys.save(passkey(tess, 0))).isInstanceOf(Problem.Conflict.class);
    }

    private CredentialRecord passkey(Member whose, long signatures) {
        return ImmutableCredentialRecord.builder()
                .credentialId(Bytes.random())
                .userEntityUserId(
                        passkeys.findByUsername(whose.accountId().text()).getId())
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .publicKey(new ImmutablePublicKeyCose(Bytes.random().getBytes()))
                .attestationObject(Bytes.random())
                .signatureCount(signatures)
                .uvInitialized(true)
                .backupEligible(true)
                .backupState(false)
                .transports(Set.of(AuthenticatorTransport.INTERNAL, AuthenticatorTransport.HYBRID))
                .label("My phone")
                .build();
    }

    private static CredentialRecord counted(CredentialRecord passkey, long signatures) {
        return ImmutableCredentialRecord.fromCredentialRecord(passkey)
                .signatureCount(signatures)
                .build();
    }

    private Member join() {
        return members.join(
                here,
                "Tess",
                "k" + Id.next() + "@example.org",
                Optional.of("four-words-are-enough"),
                Roles.of(Role.TEXTER));
    }
}
