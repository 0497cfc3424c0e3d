package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.campaigns.EditPolicy;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.ladder.Ladder;
import org.rung.ladder.Reason;
import org.rung.ladder.Standing;
import org.rung.messaging.Hold;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.messaging.Text;
import org.rung.messaging.ThreadId;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.practice.Moment;
import org.rung.practice.PracticeLine;
import org.rung.practice.PracticeTalk;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.FirstTextCard;
import org.rung.texting.OpenConversation;

/**
 * Practice in the shapes that the desk's own screens take. Its ids are small numbers that no row has.
 *
 * @param texter the name of whoever practises
 */
record PracticeShown(Ladder ladder, MemberId me, String texter, ZoneId zone, Duration undo) {

    FirstTextCard card(Component screen, PracticeTalk talk) {
        Supporter person = talk.supporter();
        return new FirstTextCard(
                id(talk),
                person.supporterId(),
                name(person),
                Shown.initials(person.firstName(), person.lastName()),
                screen.getTranslation("practice.invented"),
                zone,
                false,
                Optional.empty(),
                "",
                standing(),
                talk.firstText().stream()
                        .map(part -> new FirstTextCard.Piece(
                                part.text(), part.field().isPresent()))
                        .toList(),
                List.of(),
                Optional.empty(),
                EditPolicy.ALLOWED,
                Optional.empty());
    }

    OpenConversation open(PracticeTalk talk) {
        Supporter person = talk.supporter();
        return new OpenConversation(
                conversation(talk),
                Optional.empty(),
                person,
                name(person),
                Shown.initials(person.firstName(), person.lastName()),
                PhoneNumbers.masked(phone(talk)),
                talk.lines().stream().map(line -> text(talk, line)).toList(),
                Map.of(),
                Set.of(),
                Map.of(me, texter),
                standing(),
                Optional.empty(),
                false,
                talk.questions(),
                talk.answers(),
                List.of(),
                List.of(),
                zone,
                false,
                Optional.empty(),
                "",
                Optional.empty(),
                undo,
                talk.moment() == Moment.OPTED_OUT ? Optional.of(OpenConversation.ReadOnly.OPTED_OUT) : Optional.empty(),
                false,
                new OpenConversation.Speech(person.language(), false, Optional.empty()));
    }

    static ConversationId id(PracticeTalk talk) {
        return new ConversationId(talk.supporter().supporterId().value());
    }

    private static PhoneNumber phone(PracticeTalk talk) {
        return talk.supporter().phones().getFirst();
    }

    /** As texters see it: Maya O. */
    private static String name(Supporter person) {
        return person.firstName() + " " + person.lastName().substring(0, 1) + ".";
    }

    private Conversation conversation(PracticeTalk talk) {
        return new Conversation(
                id(talk),
                Optional.empty(),
                talk.supporter().supporterId(),
                phone(talk),
                Optional.empty(),
                ConversationState.NEEDS_RESPONSE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(me),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                talk.supporter().createdAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Text text(PracticeTalk talk, PracticeLine line) {
        return new Text(
                new MessageId(line.number() + 1L),
                new ThreadId(id(talk).value()),
                Optional.empty(),
                phone(talk),
                line.direction(),
                line.purpose(),
                line.state(),
                line.words(),
                1,
                0,
                Optional.of(id(talk).value()),
                line.purpose() == Purpose.REPLY ? Optional.of(me) : Optional.empty(),
                line.state() == MessageState.HELD ? Optional.of(Hold.UNDO) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                line.at());
    }

    private Standing standing() {
        return new Standing(
                ladder.ladderId(),
                ladder.kind(),
                1,
                ladder.rung(1).name(),
                ladder.top(),
                1,
                Optional.empty(),
                Reason.NOTHING,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
