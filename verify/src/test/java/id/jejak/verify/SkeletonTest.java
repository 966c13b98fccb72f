package id.jejak.verify;
class SkeletonTest { @org.junit.jupiter.api.Test void runs() {} }
