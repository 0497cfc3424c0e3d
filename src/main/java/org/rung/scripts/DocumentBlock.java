package org.rung.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What a document is made of, for whoever looks for a script in it. */
sealed interface DocumentBlock {
    /** level: 1 for the largest. */
    record Heading(int level, String words) implements DocumentBlock {}

    /** bold: what it begins with in bold letters, or nothing. */
    record Words(String bold, String words) implements DocumentBlock {}

    record Items(List<Item> items) implements DocumentBlock {}

    /** A point of a list, or a row of a table: its own words, and what hangs below it. */
    record Item(Words own, List<DocumentBlock> below) {}

    static List<DocumentBlock> of(Element parent) {
        var blocks = new ArrayList<DocumentBlock>();
        for (Element child : parent.children()) {
            switch (child.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    add(blocks, new Heading(child.normalName().charAt(1) - '0', text(child)));
                case "ul", "ol" -> blocks.add(new Items(points(child)));
                case "table" -> blocks.add(new Items(rows(child)));
                case "p", "pre" -> add(blocks, words(child));
                default -> blocks.addAll(of(child));
            }
        }
        return blocks;
    }

    private static void add(List<DocumentBlock> blocks, Heading heading) {
        if (!heading.words().isBlank()) blocks.add(heading);
    }

    private static void add(List<DocumentBlock> blocks, Words words) {
        if (!words.words().isBlank()) blocks.add(words);
    }

    private static List<Item> points(Element list) {
        var items = new ArrayList<Item>();
        for (Element point : list.children()) {
            Element own = new Element("p");
            Element below = new Element("div");
            for (Node node : point.childNodesCopy()) {
                boolean inline =
                        !(node instanceof Element element) || element.tag().isInline();
                boolean first = below.childrenSize() == 0
                        && node instanceof Element paragraph
                        && paragraph.nameIs("p")
                        && own.text().isBlank();
                if (inline && below.childrenSize() == 0) own.appendChild(node);
                else if (first) ((Element) node).childNodesCopy().forEach(own::appendChild);
                else if (node instanceof Element) below.appendChild(node);
                else if (node instanceof TextNode words && !words.isBlank())
                    below.appendElement("p").text(words.text());
            }
            items.add(new Item(words(own), of(below)));
        }
        return items;
    }

    /** The first cell is the answer, the second what is said to it, and whatever else there is hangs below. */
    private static List<Item> rows(Element table) {
        var items = new ArrayList<Item>();
        for (Element row : table.select("> tr, > tbody > tr, > thead > tr")) {
            if (!row.select("> th").isEmpty()) continue;
            var cells = row.select("> td");
            if (cells.isEmpty() || cells.text().isBlank()) continue;
            String answer = cells.getFirst().text().strip();
            var below = new ArrayList<DocumentBlock>();
            for (Element cell : cells.subList(1, cells.size())) {
                var inside = of(cell);
                if (inside.isEmpty() && !cell.text().isBlank()) below.add(words(cell));
                below.addAll(inside);
            }
            items.add(new Item(new Words(answer, answer), below));
        }
        return items;
    }

    private static Words words(Element element) {
        Element bold = element.firstElementChild();
        boolean begins = bold != null
                && (bold.nameIs("strong") || bold.nameIs("b"))
                && text(element).startsWith(text(bold));
        return new Words(begins && bold != null ? text(bold) : "", text(element));
    }

    /** With its lines. */
    private static String text(Element element) {
        Element copy = element.clone();
        copy.select("img").remove();
        copy.select("br").forEach(line -> line.replaceWith(new TextNode("\n")));
        return copy.wholeText()
                .replace('\u00A0', ' ')
                .lines()
                .map(line -> line.strip().replaceAll("[ \\t]+", " "))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
