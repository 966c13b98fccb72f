@org.jspecify.annotations.NullMarked
package id.jejak.ttac;
