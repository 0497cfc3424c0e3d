package org.rung.scripts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script as its author plays it: how far the talk has come, and which answers were given at least once. Each step makes
 * another; nothing of it is stored.
 *
 * @param at the answers given so far, in this talk
 * @param tried every answer that was given in any talk
 * @param way which wording of the first text begins it, 0 being the first
 * @param language in which it is said; empty for the usual one
 */
public record ScriptPlay(ScriptTree tree, TreePath at, Set<TreePath> tried, int way, Optional<String> language) {
    public ScriptPlay {
        tried = Set.copyOf(tried);
    }

    public static ScriptPlay of(ScriptTree tree) {
        return new ScriptPlay(tree, TreePath.FIRST, Set.of(), 0, Optional.empty());
    }

    /** What somebody answers, and what is said to that; the words are templates. */
    public record Line(Optional<AnswerChoice> answer, String says) {}

    /** An answer that was never given, by the words on the way there. */
    public record Branch(TreePath path, List<String> words) {}

    /** The script as it is read in the language that is played. */
    public ScriptTree told() {
        return language.map(tree::in).orElse(tree);
    }

    /** What is said first. */
    public String first() {
        return tree.said(way, language.orElse(""));
    }

    /** What came after the first text. */
    public List<Line> talk() {
        var told = told();
        var lines = new ArrayList<Line>();
        var path = TreePath.FIRST;
        for (int step : at.steps()) {
            path = path.into(step);
            path.answer(told).ifPresent(answer -> lines.add(new Line(Optional.of(answer), answer.reply())));
        }
        return lines;
    }

    /** What is asked next; nothing at the end of a branch. */
    public Optional<Question> asks() {
        return at.question(told());
    }

    public ScriptPlay answer(int which) {
        var next = at.into(which);
        if (next.answer(tree).isEmpty()) return this;
        var more = new HashSet<>(tried);
        more.add(next);
        return new ScriptPlay(tree, next, more, way, language);
    }

    /** One answer back; what was tried stays tried. */
    public ScriptPlay back() {
        return at.steps().isEmpty() ? this : to(at.up());
    }

    public ScriptPlay anew() {
        return to(TreePath.FIRST);
    }

    /** To before that answer, as if all before it had been given; which tries those. */
    public ScriptPlay before(Branch branch) {
        var more = new HashSet<>(tried);
        for (var path = branch.path().up(); !path.steps().isEmpty(); path = path.up()) more.add(path);
        return new ScriptPlay(tree, branch.path().up(), more, way, language);
    }

    public ScriptPlay saying(int wording) {
        return new ScriptPlay(tree, at, tried, wording, language);
    }

    public ScriptPlay in(Optional<String> other) {
        return new ScriptPlay(tree, at, tried, way, other);
    }

    /** In the order of the tree. */
    public List<Branch> untried() {
        return branches().stream()
                .filter(branch -> !tried.contains(branch.path()))
                .toList();
    }

    /** How many answers there are in all. */
    public int answers() {
        return branches().size();
    }

    private List<Branch> branches() {
        var found = new ArrayList<Branch>();
        told().question().ifPresent(question -> gather(question, TreePath.FIRST, List.of(), found));
        return found;
    }

    private static void gather(Question question, TreePath path, List<String> words, List<Branch> found) {
        for (int i = 0; i < question.answers().size(); i++) {
            var answer = question.answers().get(i);
            var there = path.into(i);
            var said = new ArrayList<>(words);
            said.add(answer.label());
            found.add(new Branch(there, List.copyOf(said)));
            answer.next().ifPresent(next -> gather(next, there, said, found));
        }
    }

    private ScriptPlay to(TreePath other) {
        return new ScriptPlay(tree, other, tried, way, language);
    }
}
