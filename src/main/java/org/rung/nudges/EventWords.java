package org.rung.nudges;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.messaging.SelfAnswers;
import org.rung.messaging.TextArrived;
import org.rung.messaging.TextsArrived;
import org.rung.senders.Meaning;
import org.springframework.stereotype.Component;

/**
 * Words that one texts: an event's word signs up, HERE and the door's number says that one is there. In the transaction
 * that stores the text, so that it is handled once however often it is delivered. STOP is no such word, and whoever has
 * opted out is answered nothing.
 */
@Component
class EventWords implements SelfAnswers {
    /** How long a bare number is an answer to our question. */
    private static final Duration ASKED = Duration.ofHours(24);

    private final Events events;
    private final QuestionStore questions;
    private final WordAnswers answers;
    private final Clock clock;

    EventWords(Events events, QuestionStore questions, WordAnswers answers, Clock clock) {
        this.events = events;
        this.questions = questions;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Set<MessageId> answered(TextsArrived arrived) {
        Map<TextArrived, Texted> meant = new LinkedHashMap<>();
        arrived.texts().stream()
                .filter(text -> text.meaning() == Meaning.PLAIN && !text.suppressed())
                .forEach(text -> Texted.of(text.body()).ifPresent(said -> meant.put(text, said)));
        if (meant.isEmpty()) return Set.of();
        OrganizationId here = arrived.organizationId();
        Map<String, EventId> byWord = events.byKeyword(here, words(meant));
        Map<PhoneNumber, EventId> asked = asked(here, meant);
        Set<EventId> named = new HashSet<>(byWord.values());
        named.addAll(asked.values());
        Map<EventId, Event> known = events.all(here, named);
        Set<MessageId> answered = new HashSet<>();
        meant.forEach((text, said) -> {
            boolean ours =
                    switch (said) {
                        case Texted.Word(var word, var shift) ->
                            event(known, byWord.get(word))
                                    .map(event -> answers.signUp(event, text, shift))
                                    .orElse(false);
                        case Texted.Which(var shift) ->
                            event(known, asked.get(text.phone()))
                                    .map(event -> answers.signUp(event, text, Optional.of(shift)))
                                    .orElse(false);
                        case Texted.Here(var pin) -> answers.here(here, pin, text);
                    };
            if (ours) answered.add(text.messageId());
        });
        return answered;
    }

    private static Optional<Event> event(Map<EventId, Event> known, @Nullable EventId eventId) {
        return Optional.ofNullable(eventId).flatMap(id -> Optional.ofNullable(known.get(id)));
    }

    private static List<String> words(Map<TextArrived, Texted> meant) {
        return meant.values().stream()
                .flatMap(said -> said instanceof Texted.Word word ? Stream.of(word.word()) : null)
                .distinct()
                .toList();
    }

    private Map<PhoneNumber, EventId> asked(OrganizationId here, Map<TextArrived, Texted> meant) {
        Set<PhoneNumber> numbers = meant.entrySet().stream()
                .filter(one -> one.getValue() instanceof Texted.Which)
                .map(one -> one.getKey().phone())
                .collect(Collectors.toSet());
        return numbers.isEmpty()
                ? Map.of()
                : questions.asked(here, numbers, clock.instant().minus(ASKED));
    }
}
