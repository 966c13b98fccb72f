package id.jejak.delivery.domain;

import id.jejak.delivery.Parcel;

/** A parcel in the hands of a node. Its {@link Life#attempts} tell this time apart from any other. */
public record Held(long id, Parcel parcel, Life life) {}
