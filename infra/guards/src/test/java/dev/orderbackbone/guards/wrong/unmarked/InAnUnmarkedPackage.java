package dev.orderbackbone.guards.wrong.unmarked;

public record InAnUnmarkedPackage(int value) {}
