package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.cast.Screens.on;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.help.Help;
import org.rung.help.HelpDraft;
import org.rung.help.HelpReason;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Of whoever they text, a texter sees a first name, an initial and the end of a number, wherever they look. */
class MaskedTest extends TextingStory {
    private static final String SURNAME = "Quackenbush";

    @Autowired
    ApplicationContext house;

    @Autowired
    Help help;

    @Autowired
    AuditLog audit;

    private PhoneNumber phone;

    @Test
    void on_every_screen_of_a_texter_numbers_are_masked_and_surnames_an_initial() {
        CampaignId campaign = campaign(maya(2));
        assignments.handOut(ora, campaign, tess.memberId(), 2);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        phone = now(conversation).phone();

        new Screens(house, db).as(tess, window -> {
            masked(window, TextingPaths.text(campaign));
            send(tess, conversation);
            hears(conversation, "Where is it?");
            assertThat(masked(window, "")).contains("One reply waiting");
            assertThat(masked(window, TextingPaths.REPLIES)).contains("Maya Q.");
            assertThat(masked(window, TextingPaths.conversation(conversation)))
                    .contains("Maya Q.")
                    .contains(PhoneNumbers.masked(phone));
            help.ask(tess, conversation, new HelpDraft(HelpReason.OTHER, "", Optional.empty()));
            assertThat(masked(window, "")).contains("Help you asked for").contains("Maya Q.");
            assertThat(masked(window, TextingPaths.conversation(conversation))).contains("With an organizer since");
            masked(window, "people-i-know");
            masked(window, "impact");
            masked(window, TextingPaths.CARE);
            masked(window, "coming-back");
        });
        assertThat(desk.cards(tess, campaign, Set.of(), 5))
                .allSatisfy(card -> assertThat(card.toString()).doesNotContain(SURNAME));
    }

    @Test
    void a_coordinator_who_helps_sees_no_whole_number_either() {
        ConversationId conversation = asked();
        var cory = here.member(Role.COORDINATOR);

        new Screens(house, db).as(cory, window -> {
            assertThat(masked(window, "help")).contains("Maya Q.");
            assertThat(masked(window, TextingPaths.conversation(conversation))).contains("asks for help");
        });
        assertThatThrownBy(() -> conversations.reveal(cory, conversation)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void whoever_may_see_a_whole_number_is_written_down_each_time_and_nobody_else_gets_it() {
        ConversationId conversation = asked();

        assertThatThrownBy(() -> conversations.reveal(tess, conversation)).isInstanceOf(Problem.Refused.class);
        assertThat(reveals()).isZero();
        assertThat(conversations.reveal(ora, conversation)).isEqualTo(phone);
        conversations.reveal(ora, conversation);
        assertThat(reveals()).isEqualTo(2);
    }

    private ConversationId asked() {
        CampaignId campaign = campaign(maya(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        phone = now(conversation).phone();
        send(tess, conversation);
        hears(conversation, "Where is it?");
        help.ask(tess, conversation, new HelpDraft(HelpReason.OTHER, "", Optional.empty()));
        return conversation;
    }

    private List<SupporterId> maya(int count) {
        return people(IntStream.range(0, count)
                .mapToObj(each -> SupporterDraft.of("Maya", SURNAME, Phones.fresh()))
                .toList());
    }

    private long reveals() {
        return audit.page(here.member(Role.ADMIN), AuditFilter.ALL, Page.Wanted.first(100)).rows().stream()
                .filter(row -> row.verb().equals("number.revealed"))
                .count();
    }

    /** What is on the screen, with all that its elements carry. */
    private String masked(BrowserlessUIContext window, String path) {
        String shown = on(window, path);
        String all = shown + " " + carried(window.getUI().getElement());
        assertThat(all)
                .doesNotContain(SURNAME)
                .doesNotContain(phone.text())
                .doesNotContain(PhoneNumbers.national(phone))
                .doesNotContain(phone.text().substring(2));
        return shown;
    }

    private static String carried(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        String own = element.getAttributeNames()
                        .map(name -> String.valueOf(element.getAttribute(name)))
                        .collect(Collectors.joining(" "))
                + element.getPropertyNames()
                        .map(name -> String.valueOf(element.getPropertyRaw(name)))
                        .collect(Collectors.joining(" "));
        return own + element.getChildren().map(MaskedTest::carried).collect(Collectors.joining(" "));
    }
}
