package org.rung.messaging;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.hours.Place;

/** Texts for tests, each about a topic of its own. */
record Texting(
        PhoneNumber phone,
        Purpose purpose,
        String body,
        long topic,
        Optional<String> onceKey,
        Optional<String> requestKey,
        String zone,
        Duration undo) {

    static Texting first() {
        return new Texting(
                Phones.fresh(),
                Purpose.FIRST_TEXT,
                "Hi, it's Tess with the Neighbors. Join us Saturday?",
                Id.next(),
                Optional.empty(),
                Optional.empty(),
                "America/New_York",
                Duration.ZERO);
    }

    Texting to(PhoneNumber other) {
        return new Texting(other, purpose, body, topic, onceKey, requestKey, zone, undo);
    }

    Texting as(Purpose other) {
        return new Texting(phone, other, body, topic, onceKey, requestKey, zone, undo);
    }

    Texting saying(String other) {
        return new Texting(phone, purpose, other, topic, onceKey, requestKey, zone, undo);
    }

    Texting once(String key) {
        return new Texting(phone, purpose, body, topic, Optional.of(key), requestKey, zone, undo);
    }

    Texting request(String key) {
        return new Texting(phone, purpose, body, topic, onceKey, Optional.of(key), zone, undo);
    }

    Texting in(String otherZone) {
        return new Texting(phone, purpose, body, topic, onceKey, requestKey, otherZone, undo);
    }

    Texting undoable(Duration window) {
        return new Texting(phone, purpose, body, topic, onceKey, requestKey, zone, window);
    }

    TextDraft under(String place) {
        var plain = draft();
        var window = plain.window();
        return new TextDraft(
                plain.phone(),
                plain.sender(),
                plain.purpose(),
                plain.body(),
                plain.topicId(),
                plain.author(),
                plain.onceKey(),
                plain.requestKey(),
                new TextingWindow(window.zones(), window.from(), window.until(), List.of(new Place(place))),
                plain.undo());
    }

    TextDraft draft() {
        return new TextDraft(
                phone,
                Optional.empty(),
                purpose,
                body,
                Optional.of(topic),
                Optional.empty(),
                onceKey,
                requestKey,
                new TextingWindow(List.of(ZoneId.of(zone)), LocalTime.of(9, 0), LocalTime.of(20, 30)),
                undo);
    }
}
