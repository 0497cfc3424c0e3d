package org.rung.scripts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answers of a document, each with its reply and what follows; what fits nowhere is kept in left. */
final class DocumentAnswers {
    private static final int LONGEST_LABEL = 40;
    private static final Pattern PARTS = Pattern.compile(
            "(?s)^[\"“]?(?:if\\s+)?(.{1,40}?)[\"”]?\\s*(?::|→|->|=>|–|—|\\s-\\s)\\s*(\\S.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?$");
    /** A line that says that it is the question. */
    static final Pattern ASKS = Pattern.compile("(?iu)^(question|q|ask|follow.?up|pregunta)\\s*\\d*\\s*[:.–—-]\\s*");

    private static final Pattern LEAVES = Pattern.compile(
            "(?iu)^\\W*(stop|opt(s|ed)?[ -]?out|unsubscribe|remove( me)?|do not contact|dnc|baja|no contactar)\\W*$");

    private final List<String> left;
    private int keys;

    DocumentAnswers(List<String> left) {
        this.left = left;
    }

    /** Words such as "Yes: Great!", whose first part is short enough to be an answer. */
    static boolean answer(DocumentBlock.Words words) {
        if (ASKS.matcher(words.words()).find()) return false;
        return words.words().lines().findFirst().filter(DocumentAnswers::answer).isPresent();
    }

    private static boolean answer(String line) {
        var parts = PARTS.matcher(line);
        return parts.matches()
                && parts.group(1).split("\\s+").length <= 4
                && !parts.group(1).matches("(?iu).*\\b(hi|hey|hello|dear|hola)\\b.*")
                && !ADDRESS.matcher(parts.group(1)).find()
                && !parts.group(1).matches(".*\\d$");
    }

    /** The question whose answers stand here, taking them away; nothing where there are none. */
    Optional<Question> below(Deque<DocumentBlock> blocks, Optional<String> asked) {
        List<AnswerChoice> found = new ArrayList<>();
        while (!blocks.isEmpty()) {
            switch (blocks.element()) {
                case DocumentBlock.Items items -> {
                    if (!found.isEmpty()) return question(asked, found);
                    blocks.remove();
                    items.items().forEach(item -> found.add(answer(item)));
                    return question(asked, found);
                }
                case DocumentBlock.Heading heading -> {
                    blocks.remove();
                    found.add(answer(new DocumentBlock.Item(
                            new DocumentBlock.Words(heading.words(), heading.words()),
                            section(blocks, heading.level()))));
                }
                case DocumentBlock.Words words
                when answer(words) -> {
                    blocks.remove();
                    words.words()
                            .lines()
                            .forEach(line -> found.add(
                                    answer(new DocumentBlock.Item(new DocumentBlock.Words("", line), List.of()))));
                }
                case DocumentBlock.Words words -> {
                    blocks.remove();
                    leave(words);
                }
            }
        }
        return question(asked, found);
    }

    /** What stands below a heading, as far as the next one of its size. */
    private static List<DocumentBlock> section(Deque<DocumentBlock> blocks, int level) {
        List<DocumentBlock> below = new ArrayList<>();
        while (!blocks.isEmpty() && !(blocks.peek() instanceof DocumentBlock.Heading next && next.level() <= level))
            below.add(blocks.remove());
        return below;
    }

    private Optional<Question> question(Optional<String> asked, List<AnswerChoice> answers) {
        if (answers.isEmpty()) return Optional.empty();
        String words = DocumentFields.ours(asked.orElse(""));
        return Optional.of(new Question(key("q"), words.length() > 300 ? words.substring(0, 300) : words, answers));
    }

    private AnswerChoice answer(DocumentBlock.Item item) {
        String own = item.own().words();
        String label;
        String reply;
        var parts = PARTS.matcher(own);
        if (!item.own().bold().isEmpty() && item.own().bold().length() <= 80) {
            label = item.own().bold();
            reply = own.substring(Math.min(own.length(), label.length()));
        } else if (parts.matches() && !ADDRESS.matcher(parts.group(1)).find()) {
            label = parts.group(1);
            reply = parts.group(2);
        } else if (own.length() <= LONGEST_LABEL) {
            label = own;
            reply = "";
        } else {
            label = own.substring(
                            0,
                            own.lastIndexOf(' ', LONGEST_LABEL) > 0
                                    ? own.lastIndexOf(' ', LONGEST_LABEL)
                                    : LONGEST_LABEL)
                    + "…";
            reply = own;
        }
        var key = key("a");
        var said = new ArrayList<String>();
        if (!trimmed(reply).isBlank()) said.add(trimmed(reply));
        var below = new ArrayDeque<DocumentBlock>(item.below());
        Optional<String> asked = Optional.empty();
        while (below.peek() instanceof DocumentBlock.Words words) {
            below.remove();
            if (ASKS.matcher(words.words()).find())
                asked = Optional.of(ASKS.matcher(words.words()).replaceFirst(""));
            else said.add(words.words());
        }
        String whole = DocumentFields.ours(bare(String.join("\n\n", said)));
        Optional<Question> next = below(below, asked.or(() -> DocumentTree.lastAsked(whole)));
        below.forEach(this::leave);
        boolean leaves = LEAVES.matcher(label).matches();
        return new AnswerChoice(
                key,
                bare(trimmed(label)).replaceFirst("(?i)^if (they say )?", ""),
                leaves ? "" : whole,
                leaves ? List.of(new Effect.OptOut()) : List.of(),
                next);
    }

    void leave(DocumentBlock block) {
        switch (block) {
            case DocumentBlock.Heading heading -> left.add(heading.words());
            case DocumentBlock.Words words -> left.add(words.words());
            case DocumentBlock.Items items ->
                items.items().forEach(item -> {
                    left.add(item.own().words());
                    item.below().forEach(this::leave);
                });
        }
    }

    private String key(String letter) {
        String key = letter + ++keys;
        return key;
    }

    private static String trimmed(String words) {
        return words.replaceAll("^[\\s:–—→-]+|[\\s:–—→-]+$", "");
    }

    /** Without the quotation marks around all of it. */
    static String bare(String words) {
        var quoted = Pattern.compile("(?s)^[\"“”«](.*)[\"“”»]$").matcher(words.strip());
        return quoted.matches() && !quoted.group(1).matches("(?s).*[\"“”«»].*")
                ? quoted.group(1).strip()
                : words.strip();
    }
}
