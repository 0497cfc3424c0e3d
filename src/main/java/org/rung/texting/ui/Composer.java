package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.HashMap;
import java.util.Map;

/** Where a text is written: it grows, counts segments and sends on Enter once. It tells "send", "second" and "draft". */
@Tag("rung-composer")
@JavaScript("context://elements/endings.js")
@JavaScript("context://elements/desk.js")
class Composer extends DeskElement {

    Composer(String label, String placeholder, String second, String text, String link) {
        Map<String, Object> state = new HashMap<>();
        state.put("words", words(this, label, link));
        state.put("placeholder", placeholder);
        state.put("second", second);
        state.put("text", text);
        getElement().callJsFunction("set", Json.of(state));
    }

    static Map<String, String> words(Component screen, String label, String link) {
        Map<String, String> words = new HashMap<>();
        words.put("label", label);
        words.put("link", link);
        for (String key : java.util.List.of("send", "count", "counts", "culprit", "picture")) {
            words.put(key, screen.getTranslation("texting.composer." + key));
        }
        return words;
    }

    /** What is written stays in this window of the browser, under this name, until it was sent. */
    void keepAt(String place) {
        getElement().callJsFunction("keepAt", place);
    }

    void put(String words) {
        getElement().callJsFunction("put", words);
    }

    /** Whether a picture leaves with the words: then they are not cut into segments. */
    void picture(boolean there) {
        getElement().callJsFunction("picture", there);
    }

    /** The draft with these words is stored. */
    void stored(String words) {
        getElement().callJsFunction("stored", words);
    }

    /** What was sent is stored; what was written since stays. */
    void taken() {
        getElement().callJsFunction("taken");
    }

    /** Nothing is written here any more, so nothing is kept under this name either. */
    static void forget(Component screen, String place) {
        screen.getElement().executeJs("sessionStorage.removeItem('rung-words:' + $0)", place);
    }
}
