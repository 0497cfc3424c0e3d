package org.rung.exchange;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rung.asks.Board;
import org.rung.ladder.StartingWords;

/** The ladder's board as a table, the highest rung first as on the screen. */
final class BoardRows {

    private BoardRows() {}

    static Stream<List<String>> of(Board board, Locale locale, I18NProvider words) {
        var header = Stream.of("rung", "name", "people", "up", "up-before", "down", "ready")
                .map(column -> words.getTranslation("exchange.board." + column, locale, board.days()))
                .toList();
        return Stream.concat(
                Stream.of(header), board.levels().reversed().stream().map(level -> row(level, locale)));
    }

    private static List<String> row(Board.Level level, Locale locale) {
        return List.of(
                String.valueOf(level.rung().position()),
                StartingWords.in(locale, level.rung().name()),
                String.valueOf(level.people()),
                String.valueOf(level.up()),
                String.valueOf(level.upBefore()),
                String.valueOf(level.faded()),
                String.valueOf(level.ready()));
    }
}
