// The three sizes in which a map is told: a block for each main thesis, a tile for each statement, whole boxes.

export const BLOCKS = 0;
export const TILES = 1;
export const BOXES = 2;

/** The name of what stands for all statements that blocks leave out. */
export const REST = "ui:rest";

/**
 * The scales between which each can be read, and up to which it is fitted into the window. The smallest words of
 * tiles are 11.5 pixels high at scale 1, those of boxes 9: on the screen none is lower than 11.
 */
export const SCALES = [
  { least: 0.96, most: 1.9, fitted: 1.8 },
  { least: 0.96, most: 1.5, fitted: 1.4 },
  { least: 1.23, most: 4, fitted: 2.3 },
];
