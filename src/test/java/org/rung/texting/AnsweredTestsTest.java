package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.cast.Phones;
import org.rung.common.PhoneNumber;
import org.rung.scripts.TestTexts;
import org.rung.senders.Meaning;
import org.springframework.beans.factory.annotation.Autowired;

/** A member who tests a script on their own phone, and answers it there. */
@Tag("store")
class AnsweredTestsTest extends TextingStory {
    @Autowired
    TestTexts tests;

    private int count(String table, PhoneNumber phone) {
        return db.fetchSingle(
                        "select count(*) from " + table + " where phone = ? and organization_id = ?",
                        phone.text(),
                        here.organizationId().value())
                .get(0, int.class);
    }

    private PhoneNumber tests() {
        var phone = Phones.fresh();
        db.execute(
                "update accounts a join members m on m.account_id = a.account_id set a.mobile_phone = ?,"
                        + " a.mobile_verified_at = ? where m.member_id = ?",
                phone.text(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                ora.memberId().value());
        tests.send(ora, "Hi Maya, will you come?", List.of());
        return phone;
    }

    @Test
    void whoever_answers_a_test_is_made_no_supporter_and_fills_no_inbox() {
        PhoneNumber phone = tests();
        hears(phone, Optional.empty(), "Looks good", Meaning.PLAIN, Optional.empty());

        assertThat(count("supporter_phones", phone)).isZero();
        assertThat(count("conversations", phone)).isZero();
    }

    @Test
    void a_stranger_who_writes_still_comes_into_the_inbox() {
        tests();
        PhoneNumber stranger = Phones.fresh();
        hears(stranger, Optional.empty(), "Who is this?", Meaning.PLAIN, Optional.empty());

        assertThat(count("conversations", stranger)).isOne();
    }

    @Test
    void a_member_who_is_a_supporter_too_is_answered_as_one() {
        ConversationId conversation = texted();
        PhoneNumber phone = now(conversation).phone();
        db.execute(
                "update accounts a join members m on m.account_id = a.account_id set a.mobile_phone = ?,"
                        + " a.mobile_verified_at = ? where m.member_id = ?",
                phone.text(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                ora.memberId().value());
        clock.tick(Duration.ofSeconds(5));
        tests.send(ora, "Hi Maya, will you come?", List.of());
        hears(phone, Optional.empty(), "Yes", Meaning.PLAIN, Optional.empty());

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }
}
