package org.rung.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A film or a sound of boxes (MP4, QuickTime, 3GP, M4A) with nothing in it but what one sees and hears: telephones write
 * where and when it was made, and with what, into boxes and even tracks of their own. Nothing is moved, so that it plays
 * as before; what its own pictures and sounds hide is left alone.
 */
final class Film {
    /** What may stay in a box that holds boxes; whatever else stands there goes. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "", Set.of("ftyp", "styp", "moov", "mdat", "moof", "sidx", "ssix", "mfra", "pdin", "wide"),
            "moov", Set.of("mvhd", "trak", "mvex", "iods"),
            "trak", Set.of("tkhd", "edts", "mdia", "tapt", "clip", "matt", "load"),
            "mdia", Set.of("mdhd", "hdlr", "minf", "elng"),
            "minf", Set.of("vmhd", "smhd", "hdlr", "dinf", "stbl"),
            "moof", Set.of("mfhd", "traf"),
            "traf", Set.of("tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio"));

    /** A track of places, of the camera's moves or of words under the picture is none of these. */
    private static final Set<String> SEEN_AND_HEARD = Set.of("vide", "soun");

    private final Boxes boxes;
    private final List<Boxes.Box> media = new ArrayList<>();
    private final BitSet samples = new BitSet();
    private boolean pieces;
    private boolean dropped;

    private Film(byte[] copy) {
        boxes = new Boxes(ByteBuffer.wrap(copy));
    }

    /** Empty for what is no whole film, or one that nobody can say where its pictures are. */
    static Optional<byte[]> stripped(byte[] file) {
        List<Boxes.Box> top = new Boxes(ByteBuffer.wrap(file)).in(0, file.length);
        if (top.isEmpty()) return Optional.empty();
        // What follows its last box is no film any more.
        var film = new Film(Arrays.copyOf(file, top.getLast().to()));
        try {
            film.keep("", top);
            return film.emptyBetween() ? Optional.of(film.boxes.bytes().array()) : Optional.empty();
        } catch (IndexOutOfBoundsException odd) {
            return Optional.empty();
        }
    }

    private void keep(String outer, List<Boxes.Box> inside) {
        for (Boxes.Box box : inside) {
            boolean track = box.name().equals("trak");
            boolean silent = track && !seenOrHeard(box);
            dropped |= silent;
            if (silent || !KEPT.getOrDefault(outer, Set.of()).contains(box.name())) {
                boxes.blank(box);
                continue;
            }
            if (track)
                Samples.mark(boxes, boxes.find(box, "mdia", "minf", "stbl").orElseThrow(Film::odd), samples);
            switch (box.name()) {
                case "mdat" -> media.add(box);
                case "moof" -> pieces = true;
                case "mvhd", "tkhd", "mdhd" -> forgetWhen(box);
                // Its name, which some give the telephone's.
                case "hdlr" -> boxes.clear(box.body() + 24, Math.max(box.body() + 24, box.to()));
                default -> {}
            }
            if (KEPT.containsKey(box.name())) {
                List<Boxes.Box> within = boxes.in(box);
                keep(box.name(), within);
                boxes.clear(within.isEmpty() ? box.body() : within.getLast().to(), box.to());
            }
        }
    }

    private boolean seenOrHeard(Boxes.Box track) {
        return boxes.find(track, "mdia", "hdlr")
                .map(box -> new String(boxes.bytes().array(), box.body() + 8, 4, StandardCharsets.ISO_8859_1))
                .filter(SEEN_AND_HEARD::contains)
                .isPresent();
    }

    /** When it was made and changed: two numbers, of four bytes or of eight. */
    private void forgetWhen(Boxes.Box box) {
        int times = box.body() + 4;
        boxes.clear(times, times + (boxes.bytes().get(box.body()) == 1 ? 16 : 8));
    }

    /** What lies between the pictures and sounds belongs to tracks that went, or to nobody. */
    private boolean emptyBetween() {
        // A film in pieces says only within them where its pictures are.
        if (pieces) return !dropped;
        for (Boxes.Box box : media) {
            for (int from = samples.nextClearBit(box.body()); from < box.to(); ) {
                int next = samples.nextSetBit(from);
                int to = next < 0 ? box.to() : Math.min(next, box.to());
                boxes.clear(from, to);
                from = samples.nextClearBit(to);
            }
        }
        return !samples.isEmpty();
    }

    private static IndexOutOfBoundsException odd() {
        return new IndexOutOfBoundsException("A track without its tables");
    }
}
