/** How a line is told from the others: by its colour, and without it by its dash and its marker. */
export interface LineLook {
  colour: string
  dash: 'solid' | number[]
  marker:
    | 'circle'
    | 'rect'
    | 'triangle'
    | 'diamond'
    | 'arrow'
    | 'emptyCircle'
    | 'emptyRect'
    | 'emptyTriangle'
    | 'emptyDiamond'
}

/** After Okabe and Ito's palette for all kinds of colour vision, darkened to at least 3:1 on a light ground. */
export const LINE_LOOKS: readonly LineLook[] = [
  { colour: '#0068b8', dash: 'solid', marker: 'circle' },
  { colour: '#cc4c02', dash: 'solid', marker: 'rect' },
  { colour: '#00795a', dash: [7, 4], marker: 'triangle' },
  { colour: '#a6308c', dash: [7, 4], marker: 'diamond' },
  { colour: '#8a6a00', dash: [2, 3], marker: 'emptyCircle' },
  { colour: '#1f2933', dash: [2, 3], marker: 'emptyRect' },
  { colour: '#0a8fa3', dash: [10, 3, 2, 3], marker: 'emptyTriangle' },
  { colour: '#b3261e', dash: [10, 3, 2, 3], marker: 'emptyDiamond' },
  { colour: '#6b7280', dash: [14, 4], marker: 'arrow' },
]
