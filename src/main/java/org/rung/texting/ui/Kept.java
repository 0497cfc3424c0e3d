package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The children of a part of the screen by what they show. A child that shows the same as before stays where it is: it keeps
 * the focus, and a screen reader says only what is new.
 */
final class Kept<K> {

    private final Element parent;
    private Map<K, Component> now = Map.of();

    Kept(Component parent) {
        this.parent = parent.getElement();
    }

    void show(List<K> wanted, Function<K, Component> make) {
        Map<K, Component> next = new LinkedHashMap<>();
        for (K key : wanted) {
            Component kept = now.get(key);
            next.put(key, kept == null ? make.apply(key) : kept);
        }
        now.forEach((key, old) -> {
            if (!next.containsKey(key)) {
                old.getElement().removeFromParent();
            }
        });
        int at = 0;
        for (Component child : next.values()) {
            Element element = child.getElement();
            if (at >= parent.getChildCount() || !parent.getChild(at).equals(element)) {
                element.removeFromParent();
                parent.insertChild(at, element);
            }
            at++;
        }
        now = next;
    }
}
