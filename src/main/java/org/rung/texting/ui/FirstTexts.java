package org.rung.texting.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Map;

/**
 * The custom element of first texts: it shows the next card by itself, and tells the server what was done with one: "send",
 * "skip" with its reason, "unskip", "draft", "undo"; "more" when the cards run low, "pull" for the next batch; and where to
 * go: "back", "replies". While replies wait, it says so quietly.
 */
@Tag("rung-first-texts")
@JavaScript("context://elements/endings.js")
@JavaScript("context://elements/desk.js")
class FirstTexts extends DeskElement {

    void begin(Map<String, Object> state) {
        getElement().callJsFunction("begin", Json.of(state));
    }

    void again(Map<String, Object> state) {
        getElement().callJsFunction("again", Json.of(state));
    }

    void deal(List<Map<String, Object>> cards) {
        getElement().callJsFunction("deal", Json.of(cards));
    }

    void accepted(String id, String message, long seconds, String waits) {
        getElement().callJsFunction("accepted", id, message, (double) seconds, waits);
    }

    void skipped(String id) {
        getElement().callJsFunction("skipped", id);
    }

    void undone(String id) {
        getElement().callJsFunction("undone", id);
    }

    /** @param back whether it may still be sent: then its card is on top again */
    void failed(String id, String sentence, boolean back) {
        getElement().callJsFunction("failed", id, sentence, back);
    }

    /** How many replies wait, in words; empty where none does. */
    void waiting(String sentence) {
        getElement().callJsFunction("repliesWait", sentence);
    }

    /** Not sent, and no longer what its card said: a fresh one is dealt. */
    void stale(String id, String sentence) {
        getElement().callJsFunction("stale", id, sentence);
    }

    void say(String sentence) {
        getElement().callJsFunction("say", sentence);
    }
}
