;; Products of rows of signed bytes with one vector of 16-bit numbers, in 32-bit integers: 32 numbers a step, in four sums
;; that do not wait for each other. Rows are padded with zeros to whole steps; the caller keeps the sums within 32 bits.
(module
  (memory (export "memory") 1)
  (func (export "multiply")
    (param $row i32)      ;; where the first row stands
    (param $rows i32)     ;; how many there are, at least one
    (param $rowBytes i32) ;; of one row, a multiple of 32, at least one
    (param $vector i32)   ;; where the vector stands, two bytes a number
    (param $product i32)  ;; where the products go, four bytes each
    (local $at i32) (local $rowEnd i32) (local $end i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $product) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $eachRow
      (local.set $a (v128.const i64x2 0 0))
      (local.set $b (v128.const i64x2 0 0))
      (local.set $c (v128.const i64x2 0 0))
      (local.set $d (v128.const i64x2 0 0))
      (local.set $at (local.get $vector))
      (local.set $rowEnd (i32.add (local.get $row) (local.get $rowBytes)))
      (loop $eachStep
        (local.set $a (i32x4.add (local.get $a)
          (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $row)) (v128.load (local.get $at)))))
        (local.set $b (i32x4.add (local.get $b)
          (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $row)) (v128.load offset=16 (local.get $at)))))
        (local.set $c (i32x4.add (local.get $c)
          (i32x4.dot_i16x8_s (v128.load8x8_s offset=16 (local.get $row)) (v128.load offset=32 (local.get $at)))))
        (local.set $d (i32x4.add (local.get $d)
          (i32x4.dot_i16x8_s (v128.load8x8_s offset=24 (local.get $row)) (v128.load offset=48 (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (local.set $row (i32.add (local.get $row) (i32.const 32)))
        (br_if $eachStep (i32.lt_u (local.get $row) (local.get $rowEnd))))
      (local.set $a (i32x4.add
        (i32x4.add (local.get $a) (local.get $b))
        (i32x4.add (local.get $c) (local.get $d))))
      (i32.store (local.get $product)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a)))
          (i32.add (i32x4.extract_lane 2 (local.get $a)) (i32x4.extract_lane 3 (local.get $a)))))
      (local.set $product (i32.add (local.get $product) (i32.const 4)))
      (br_if $eachRow (i32.lt_u (local.get $product) (local.get $end))))))
