package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.ladder.StartingWords;
import org.rung.media.MediaPaths;
import org.rung.texting.FirstTextCard;

/** What the browser is told of first texts: a card ready to send, and the words around it. */
final class CardState {

    private CardState() {}

    static Map<String, Object> of(Component screen, FirstTextCard card, Cover cover, ZoneId here, Instant now) {
        Locale locale = UI.getCurrent().getLocale();
        String about = Stream.of(
                        card.place(),
                        Phrases.there(screen, now, card.zone(), card.zoneFlagged(), locale),
                        card.source().isBlank() ? "" : screen.getTranslation("texting.came", card.source()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return Map.ofEntries(
                Map.entry("id", card.conversationId().text()),
                Map.entry("name", card.name().isBlank() ? screen.getTranslation("texting.unnamed") : card.name()),
                Map.entry("initials", card.initials()),
                Map.entry("about", about),
                Map.entry(
                        "leaves",
                        card.leavesAt()
                                .map(at -> screen.getTranslation(
                                        "texting.leaves", Phrases.both(screen, at, card.zone(), here, locale)))
                                .orElse("")),
                Map.entry("body", card.body()),
                Map.entry("scripted", card.scripted()),
                Map.entry("edits", card.edits().name()),
                Map.entry("picture", card.picture().map(MediaPaths::of).orElse("")),
                Map.entry(
                        "filled",
                        card.pieces().stream()
                                .filter(FirstTextCard.Piece::filled)
                                .map(FirstTextCard.Piece::words)
                                .toList()),
                Map.entry("position", card.standing().position()),
                Map.entry("rungs", card.standing().rungs()),
                Map.entry(
                        "rung",
                        screen.getTranslation(
                                "texting.rung",
                                card.standing().position(),
                                card.standing().rungs(),
                                StartingWords.in(locale, card.standing().rung()))),
                Map.entry(
                        "thread",
                        card.thread().stream()
                                .map(line -> Map.of(
                                        "in",
                                        line.inbound(),
                                        "text",
                                        line.words(),
                                        "covered",
                                        cover.covers(line.inbound(), line.words()),
                                        "at",
                                        Phrases.time(line.happenedAt(), card.zone(), locale)))
                                .toList()));
    }

    static Map<String, Object> words(Component screen, String link) {
        Map<String, Object> words = new HashMap<>();
        for (String key : List.of(
                "back",
                "skip",
                "locked",
                "flagged",
                "skipWhy",
                "skipOwn",
                "skipKeep",
                "skipKey",
                "skipped",
                "progress",
                "picture",
                "undo",
                "sent",
                "nothing",
                "finished",
                "finishedMore",
                "nothingYet",
                "getMore",
                "replies",
                "home")) {
            words.put(key, screen.getTranslation("texting.first." + key));
        }
        words.put("covered", screen.getTranslation("texting.covered"));
        words.put("coveredShow", screen.getTranslation("texting.covered.show"));
        words.put("coveredName", screen.getTranslation("texting.covered.name"));
        words.put("composer", Composer.words(screen, screen.getTranslation("texting.first.label", "{0}"), link));
        return words;
    }
}
