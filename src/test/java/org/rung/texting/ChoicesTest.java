package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class ChoicesTest {

    @Autowired
    Choices choices;

    @Autowired
    DSLContext db;

    @Test
    void a_texter_goes_on_to_the_next_reply_until_they_choose_to_stay() {
        NewOrganization here = NewOrganization.with(db);
        Actor.Member tess = here.member(Role.TEXTER);
        Actor.Member tom = here.member(Role.TEXTER);

        assertThat(choices.stays(tess)).isFalse();
        choices.stay(tess, true);
        choices.stay(tess, true);
        assertThat(choices.stays(tess)).isTrue();
        assertThat(choices.stays(tom)).isFalse();
        choices.stay(tess, false);
        assertThat(choices.stays(tess)).isFalse();
    }
}
