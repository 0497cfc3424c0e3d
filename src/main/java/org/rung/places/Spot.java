package org.rung.places;

/**
 * A point as one number: the bits of its longitude and its latitude in turn, from the coarsest to the finest (a Morton
 * code). All points of a square, cut as a quarter of a quarter of the world, are one run of numbers, so that an ordinary
 * index finds them on any server.
 */
public final class Spot {
    /** Of each coordinate: some two centimetres, and the whole number stays positive. */
    static final int BITS = 31;

    private Spot() {}

    public static long of(Point point) {
        return woven(share(point.longitude(), 180)) | woven(share(point.latitude(), 90)) << 1;
    }

    /** By how many bits a spot is to be shifted to be the number of its square of that depth. */
    public static int finer(int depth) {
        return 2 * (BITS - depth);
    }

    /** The middle of that number's square. */
    public static Point at(long spot) {
        return new Point(degrees(unwoven(spot >> 1), 90), degrees(unwoven(spot), 180));
    }

    private static long share(double degrees, double most) {
        long whole = 1L << BITS;
        return Math.min(whole - 1, (long) Math.floor((degrees + most) / (2 * most) * whole));
    }

    static double degrees(double share, double most) {
        return (share + 0.5) / (1L << BITS) * 2 * most - most;
    }

    private static long woven(long bits) {
        long spread = bits & 0xFFFFFFFFL;
        spread = (spread | spread << 16) & 0x0000FFFF0000FFFFL;
        spread = (spread | spread << 8) & 0x00FF00FF00FF00FFL;
        spread = (spread | spread << 4) & 0x0F0F0F0F0F0F0F0FL;
        spread = (spread | spread << 2) & 0x3333333333333333L;
        return (spread | spread << 1) & 0x5555555555555555L;
    }

    private static long unwoven(long spot) {
        long bits = spot & 0x5555555555555555L;
        bits = (bits | bits >> 1) & 0x3333333333333333L;
        bits = (bits | bits >> 2) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits >> 4) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits >> 8) & 0x0000FFFF0000FFFFL;
        return (bits | bits >> 16) & 0xFFFFFFFFL;
    }

    /** The square of that depth with that number among those of its depth, as degrees. */
    public static Box square(long number, int depth) {
        int finer = BITS - depth;
        double side = 1L << finer;
        double west = (double) (unwoven(number) << finer);
        double south = (double) (unwoven(number >> 1) << finer);
        double whole = 1L << BITS;
        return new Box(
                south / whole * 180 - 90,
                west / whole * 360 - 180,
                (south + side) / whole * 180 - 90,
                (west + side) / whole * 360 - 180);
    }
}
