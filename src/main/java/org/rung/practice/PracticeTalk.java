package org.rung.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.people.Supporter;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.rung.scripts.MergeFilled;
import org.rung.scripts.Question;

/** One practice conversation. It ends with the window that shows it, and whoever uses it is alone with it. */
public final class PracticeTalk {
    static final int LONGEST_TEXT = 1_600;
    static final int MOST_LINES = 60;

    private final Temper temper;
    private final Supporter supporter;
    private final PracticeScript script;
    private final PracticeVoice voice;
    private final List<PracticeLine> lines = new ArrayList<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private int said;
    private boolean optedOut;
    private boolean done;

    PracticeTalk(Temper temper, Supporter supporter, PracticeScript script, PracticeVoice voice) {
        this.temper = temper;
        this.supporter = supporter;
        this.script = script;
        this.voice = voice;
    }

    public Temper temper() {
        return temper;
    }

    public Supporter supporter() {
        return supporter;
    }

    /** In the order in which they were written. */
    public List<PracticeLine> lines() {
        return List.copyOf(lines);
    }

    /** In parts, so that a screen can show which words a field became. */
    public List<MergeFilled> firstText() {
        return script.firstText();
    }

    /** Those answered, then the open one. */
    public List<Question> questions() {
        return script.path(answers);
    }

    /** By question. */
    public Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    /** How often they have answered. */
    public int said() {
        return said;
    }

    public boolean texted() {
        return lines.stream().anyMatch(PracticeLine::sent);
    }

    public Moment moment() {
        if (done) return Moment.DONE;
        if (optedOut) return Moment.OPTED_OUT;
        if (!texted()) return Moment.FIRST;
        var last = lines.stream()
                .filter(line -> line.state() != MessageState.CANCELLED)
                .reduce((before, after) -> after)
                .orElseThrow();
        if (last.direction() == Direction.IN) return Moment.ANSWER;
        return said < temper.answers() ? Moment.LISTEN : Moment.SAID_ALL;
    }

    /**
     * Waits to leave, and may be taken back until then.
     *
     * @return its number
     * @throws Problem.Conflict when they want no texts, or have had very many
     */
    public int send(String words, Instant now) {
        if (optedOut) throw new Problem.Conflict("problem.closed");
        if (lines.size() >= MOST_LINES) throw new Problem.Conflict("problem.practice-long");
        if (words.isBlank() || words.length() > LONGEST_TEXT) {
            throw new Problem.Invalid("body", "problem.length", 1, LONGEST_TEXT);
        }
        return add(Purpose.REPLY, MessageState.HELD, words, now);
    }

    /** False when it is too late. */
    public boolean takeBack(int number) {
        return move(number, MessageState.CANCELLED);
    }

    /** Nothing happens when it was taken back. */
    public void leave(int number) {
        move(number, MessageState.DELIVERED);
    }

    /** What they say to this text; false when they say nothing: it was taken back, another one followed, or all is said. */
    public boolean hear(int number, Instant now) {
        boolean latest = lines.stream()
                .filter(PracticeLine::sent)
                .reduce((before, after) -> after)
                .filter(line -> line.number() == number && line.state() == MessageState.DELIVERED)
                .isPresent();
        if (!latest || optedOut || said == temper.answers()) return false;
        said++;
        add(Purpose.INBOUND, MessageState.RECEIVED, voice.says(temper, said), now);
        if (temper == Temper.STOPS) {
            add(Purpose.CONFIRMATION, MessageState.DELIVERED, voice.goodbye(), now);
            optedOut = true;
        }
        return true;
    }

    /**
     * What they said, as an answer of the script.
     *
     * @return the script's reply to it, which may be empty
     * @throws Problem.Invalid when the script knows no such question or answer
     */
    public String choose(String questionKey, String answerKey) {
        AnswerChoice answer = script.answer(questionKey, answerKey)
                .orElseThrow(() -> new Problem.Invalid("answer", "problem.question-unknown"));
        answers.put(questionKey, answerKey);
        optedOut |= answer.effects().stream().anyMatch(Effect.OptOut.class::isInstance);
        return answer.reply();
    }

    /** The texter goes on to the next. */
    public void finish() {
        done = true;
    }

    private int add(Purpose purpose, MessageState state, String words, Instant now) {
        lines.add(new PracticeLine(lines.size(), purpose, state, words, now));
        return lines.size() - 1;
    }

    private boolean move(int number, MessageState to) {
        Optional<PracticeLine> held = Optional.of(lines.get(number)).filter(line -> line.state() == MessageState.HELD);
        held.ifPresent(line -> lines.set(number, line.in(to)));
        return held.isPresent();
    }
}
