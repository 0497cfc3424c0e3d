package org.rung.scripts.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptTree;

/** A script on the workbench: what it is now, what is stored, and the way back. */
class ScriptWork {
    private static final int STEPS_BACK = 200;

    private final Deque<ScriptTree> before = new ArrayDeque<>();
    private Optional<ScriptId> scriptId;
    private ScriptTree tree;
    private ScriptTree stored;
    private String storedName;
    private int basedOn;
    private String edited = "";

    ScriptWork(ScriptTree starter) {
        this.scriptId = Optional.empty();
        this.tree = starter;
        this.stored = starter;
        this.storedName = "";
    }

    ScriptWork(Script script) {
        this.scriptId = Optional.of(script.scriptId());
        this.tree = script.tree();
        this.stored = script.tree();
        this.storedName = script.name();
        this.basedOn = script.number();
    }

    Optional<ScriptId> scriptId() {
        return scriptId;
    }

    ScriptTree tree() {
        return tree;
    }

    String storedName() {
        return storedName;
    }

    int basedOn() {
        return basedOn;
    }

    /** Typing on in one place is one step back; place says where. */
    void edit(String place, ScriptTree next) {
        if (next.equals(tree)) return;
        if (place.isEmpty() || !place.equals(edited)) {
            before.push(tree);
            if (before.size() > STEPS_BACK) before.removeLast();
        }
        edited = place;
        tree = next;
    }

    boolean mayUndo() {
        return !before.isEmpty();
    }

    void undo() {
        if (before.isEmpty()) return;
        tree = before.pop();
        edited = "";
    }

    boolean unsaved(String name) {
        return scriptId.isEmpty() || !tree.equals(stored) || !name.strip().equals(storedName);
    }

    void saved(Script script) {
        scriptId = Optional.of(script.scriptId());
        stored = script.tree();
        storedName = script.name();
        basedOn = script.number();
        edited = "";
    }

    /** Take a newer version as the one that this work follows. */
    void follow(int number) {
        basedOn = number;
    }
}
