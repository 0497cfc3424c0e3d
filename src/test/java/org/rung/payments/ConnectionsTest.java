package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectionsTest extends PaymentStory {
    @Autowired
    PaymentSealStore seals;

    @Test
    void keys_are_kept_sealed_and_shown_to_nobody() {
        var row = jdbc.queryForMap(
                "select secret_sealed, signing_sealed from payment_accounts where organization_id = ?",
                here.organizationId().value());
        assertThat(row.values())
                .allSatisfy(kept ->
                        assertThat((String) kept).doesNotContain("sk_test").doesNotContain("whsec"));
        assertThat(accounts.of(ada)).satisfies(account -> {
            assertThat(account.takes()).isTrue();
            assertThat(account.live()).isFalse();
            assertThat(account.accountName()).isEqualTo("Simulated account");
        });
        assertThat(accounts.keys(here.organizationId()).toString()).doesNotContain("sk_");
        assertThat(seals.sealAnew()).isNotNull();
    }

    @Test
    void a_key_that_opens_nothing_is_said_at_its_field_and_the_former_one_stays() {
        for (String wrong : List.of("", "hello", "sk_test_x", "pk_test_12345678"))
            assertThatThrownBy(() -> connections.connect(ada, wrong))
                    .as(wrong)
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining("begins with");
        assertThatThrownBy(() -> connections.connect(ada, "sk_test_revoked12345"))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("not known to Stripe");
        assertThat(connections.check(ada)).isEmpty();
        assertThatThrownBy(() -> connections.sign(ada, "nonsense")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_secret_typed_in_is_believed_from_then_on() {
        connections.sign(ada, "whsec_typed_by_hand");
        stripe.pay(sentToPay(everybodys(), "10", false), "Quill Newcomer", "quill@example.org");
        assertThat(bring(stripe.told().getFirst()).getStatus())
                .as("signed with the former one")
                .isEqualTo(403);
    }

    @Test
    void only_admins_look_and_change_and_a_word_belongs_to_one() {
        for (Role role : List.of(Role.TEXTER, Role.ORGANIZER, Role.COORDINATOR)) {
            var member = here.member(role);
            assertThatThrownBy(() -> accounts.of(member)).isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> connections.connect(member, "sk_test_12345678"))
                    .isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> accounts.forget(member)).isInstanceOf(Problem.Refused.class);
        }
        NewOrganization other = NewOrganization.with(db);
        var stranger = other.member(Role.ADMIN);
        assertThatThrownBy(() -> accounts.change(stranger, new PageDraft(word(here), true, "USD", List.of(1_000L), "")))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> new PageDraft("Ab c", true, "USD", List.of(1_000L), ""))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new PageDraft("fine", true, "ISK", List.of(1_000L), ""))
                .isInstanceOf(Problem.Invalid.class);
        accounts.forget(ada);
        assertThat(open(everybodys()).getStatus()).isEqualTo(404);
    }
}
